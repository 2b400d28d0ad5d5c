/** Marks a column whose changes can be sent back. */
export function Editable() {
  return (
    <>
      {" "}
      <span aria-hidden="true">✎</span>
      <span class="is-hidden">, can be edited</span>
    </>
  );
}
