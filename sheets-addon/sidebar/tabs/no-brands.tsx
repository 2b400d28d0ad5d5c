export function NoBrands() {
  return (
    <div class="empty">
      <p class="empty-title">No brand is open to you</p>
      <p>Ask an admin of Roster for the right to look at one, then look again.</p>
    </div>
  );
}
