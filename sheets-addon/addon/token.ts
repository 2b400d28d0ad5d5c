/** A token is one person's, and good for one spreadsheet: a copy has another id, and is connected anew. */
const keyOf = (id: string): string => `roster-token:${id}`;

export const spreadsheetId = (): string => SpreadsheetApp.getActiveSpreadsheet().getId();

export const readToken = (): string | undefined =>
  PropertiesService.getUserProperties().getProperty(keyOf(spreadsheetId())) ?? undefined;

export const keepToken = (token: string): void => {
  PropertiesService.getUserProperties().setProperty(keyOf(spreadsheetId()), token);
};

export const forgetToken = (): void => {
  PropertiesService.getUserProperties().deleteProperty(keyOf(spreadsheetId()));
};
