/** Numbers in the order of their costs: a binary heap in two flat lists, so that a search over a large network makes no objects. */
export class FlatQueue {
  readonly #items: number[] = [];
  readonly #costs: number[] = [];

  /** The least cost; not a number where nothing is left, which compares as neither less nor more. */
  get least(): number {
    return this.#costs[0] ?? NaN;
  }

  push(item: number, cost: number): void {
    const [items, costs] = [this.#items, this.#costs];
    let at = items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = costs[parent] ?? 0;
      if (above <= cost) break;
      items[at] = items[parent] ?? 0;
      costs[at] = above;
      at = parent;
    }
    items[at] = item;
    costs[at] = cost;
  }

  /** Takes out what costs least. */
  pop(): number {
    const [items, costs] = [this.#items, this.#costs];
    const top = items[0] ?? NaN;
    const [item, cost] = [items.pop() ?? NaN, costs.pop() ?? NaN];
    const { length } = items;
    if (length === 0) return top;
    let at = 0;
    for (let child = 1; child < length; child = at * 2 + 1) {
      if (child + 1 < length && (costs[child + 1] ?? 0) < (costs[child] ?? 0)) child += 1;
      if ((costs[child] ?? 0) >= cost) break;
      items[at] = items[child] ?? 0;
      costs[at] = costs[child] ?? 0;
      at = child;
    }
    items[at] = item;
    costs[at] = cost;
    return top;
  }
}
