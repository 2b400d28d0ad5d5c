export function Spinner({ label }: { label?: string }) {
  return label ? (
    <span class="spinner" role="status" aria-label={label} />
  ) : (
    <span class="spinner" aria-hidden="true" />
  );
}
