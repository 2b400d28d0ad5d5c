import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";

interface DropZoneProps {
  place: string;
  onDrop(files: File[]): void;
  children: ComponentChildren;
}

/** Takes files that are dropped on what is inside it; they wait in the composer until they are sent. */
export function DropZone({ place, onDrop, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  // Entering a child leaves its parent: the zone is left when as many were left as entered.
  const depth = useRef(0);
  const turn = (by: 1 | -1) => (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onDrop([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the attach button does the same by keyboard
    <div
      class="drop-zone"
      onDragEnter={turn(1)}
      onDragLeave={turn(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div class="drop-sign" role="status">
          <strong>Drop the files into {place}</strong>
        </div>
      )}
    </div>
  );
}
