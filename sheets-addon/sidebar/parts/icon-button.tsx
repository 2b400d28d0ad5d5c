import { Icon, type IconName } from "./icon.js";

interface IconButtonProps {
  icon: IconName;
  label: string;
  isDisabled?: boolean;
  onClick(): void;
}

export function IconButton({ icon, label, isDisabled, onClick }: IconButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
