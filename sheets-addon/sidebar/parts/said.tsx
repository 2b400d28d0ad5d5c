/** Said aloud when it changes; it has to be there before it has words. */
export function Said({ words }: { words: string }) {
  return (
    <p class="is-hidden" role="status">
      {words}
    </p>
  );
}
