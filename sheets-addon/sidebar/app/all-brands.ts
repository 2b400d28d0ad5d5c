/** What stands for all brands in requests. */
export const ALL = "all";
