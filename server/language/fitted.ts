/**
 * A list that takes no more room than it needs. What is made by pushing, and also a copy of that by spreading, has room for some
 * sixteen more: that counts for lists that stay, since a company has hundreds of thousands of them.
 */
export function fitted<Item>(items: readonly Item[]): Item[] {
  return items.slice()
}
