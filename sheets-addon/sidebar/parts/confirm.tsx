import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { CallProblem } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { Button } from "./button.js";
import { Problem } from "./problem.js";

interface ConfirmProps {
  title: string;
  /** On the button that does it. */
  yes: string;
  isBusy: boolean;
  problem?: CallProblem;
  onYes(): void;
  onNo(): void;
  children: ComponentChildren;
}

/** Asks before something happens: what is behind it waits, Escape says no. */
export function Confirm({ title, yes, isBusy, problem, onYes, onNo, children }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { isLost } = useApp();
  useLayoutEffect(() => {
    // An open dialog keeps from all else, also from the pairing code.
    if (isLost) return;
    const before = document.activeElement;
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [isLost]);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      {problem && <Problem problem={problem} />}
      <div class="buttons buttons-end">
        <Button look="text" onClick={onNo}>
          Cancel
        </Button>
        <Button look="danger" isBusy={isBusy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </dialog>
  );
}
