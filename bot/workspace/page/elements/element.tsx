import { ButtonElement, WorkflowButtonElement } from "./button.js";
import { FileInputElement } from "./file-input.js";
import type { StatefulElement } from "./initial-state.js";
import { OverflowElement } from "./overflow.js";
import { DatepickerElement, DateTimepickerElement, TimepickerElement } from "./pick-time.js";
import { RichTextInputElement } from "./rich-text-input.js";
import { SelectElement } from "./select.js";
import { TextInputElement } from "./text-input.js";
import { CheckboxesElement, RadioButtonsElement } from "./tick-boxes.js";

interface AnyElementProps {
  element: StatefulElement;
  blockId: string;
  sends: boolean;
  labelledBy?: string;
}

/** Every element that people can use. */
export function Element({ element, blockId, ...others }: AnyElementProps) {
  const props = { ...others, spot: { blockId, actionId: element.action_id ?? "" } };
  switch (element.type) {
    case "button":
      return <ButtonElement element={element} {...props} />;
    case "workflow_button":
      return <WorkflowButtonElement element={element} />;
    case "overflow":
      return <OverflowElement element={element} {...props} />;
    case "checkboxes":
      return <CheckboxesElement element={element} {...props} />;
    case "radio_buttons":
      return <RadioButtonsElement element={element} {...props} />;
    case "datepicker":
      return <DatepickerElement element={element} {...props} />;
    case "timepicker":
      return <TimepickerElement element={element} {...props} />;
    case "datetimepicker":
      return <DateTimepickerElement element={element} {...props} />;
    case "file_input":
      return <FileInputElement element={element} {...props} />;
    case "rich_text_input":
      return <RichTextInputElement element={element} {...props} />;
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
    case "number_input":
      return <TextInputElement element={element} {...props} />;
    default:
      return <SelectElement element={element} {...props} />;
  }
}
