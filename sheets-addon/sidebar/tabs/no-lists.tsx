export function NoLists() {
  return (
    <div class="empty">
      <p class="empty-title">No lists yet</p>
      <p>
        A list is a tab that shows what a query finds in Roster, and is kept up to date. Columns that you add beside it
        stay with their rows.
      </p>
    </div>
  );
}
