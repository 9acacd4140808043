/**
 * Heights of labels so that any two are at least `apart`: each as near to its wanted height as the
 * others let it be. In the order in which they were given.
 */
export function spreadLabels(wanted: readonly number[], apart: number): readonly number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => at(wanted, a) - at(wanted, b));
  // Blocks of labels that touch each other stand around the middle of what they want.
  const blocks: { members: number[]; middle: number }[] = [];
  for (const index of order) {
    let block = { members: [index], middle: at(wanted, index) };
    for (;;) {
      const before = blocks.at(-1);
      if (before === undefined) break;
      const room = (apart * (before.members.length + block.members.length)) / 2;
      if (block.middle - before.middle >= room) break;
      blocks.pop();
      const members = [...before.members, ...block.members];
      const sum = before.middle * before.members.length + block.middle * block.members.length;
      block = { members, middle: sum / members.length };
    }
    blocks.push(block);
  }
  const places = [...wanted];
  for (const { members, middle } of blocks) {
    const first = middle - (apart * (members.length - 1)) / 2;
    for (const [place, index] of members.entries()) places[index] = first + apart * place;
  }
  return places;
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? 0;
}
