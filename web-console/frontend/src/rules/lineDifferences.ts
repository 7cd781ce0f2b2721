/**
 * How many lines of `theirs` are not in `mine` and the other way round, by the longest common subsequence of lines.
 * Rule files are short, so the quadratic table is small.
 */
export function countDifferences(mine: string, theirs: string): { added: number; removed: number } {
  const left = mine.split('\n');
  const right = theirs.split('\n');
  let above = new Array<number>(right.length + 1).fill(0);
  for (const line of left) {
    const row = [0];
    right.forEach((other, index) => {
      const common =
        line === other ? (above[index] ?? 0) + 1 : Math.max(above[index + 1] ?? 0, row[index] ?? 0);
      row.push(common);
    });
    above = row;
  }
  const common = above.at(-1) ?? 0;
  return { added: right.length - common, removed: left.length - common };
}
