/**
 * Numbers that add up, as a flow: what each of them can be at least and at most. The same as macros/figures/disclosure/circulation.py,
 * which says why.
 */

/** @typedef {[low: number, high: number]} Range The numbers from the first to the second, both included */
/** @typedef {[arc: number, isForwards: boolean]} Step */

/** No numbers fit: what is said of them cannot all be true. */
export class Contradiction extends Error {}

/** Arcs between nodes, each with a range and a flow that keeps to it once it is settled. */
export class Circulation {
  /** @type {Map<string, number>} */
  #nodes = new Map();
  /** @type {number[]} */
  #tails = [];
  /** @type {number[]} */
  #heads = [];
  /** @type {number[]} */
  #low = [];
  /** @type {number[]} */
  #high = [];
  /** @type {number[]} */
  #flow = [];
  /** @type {number[]} */
  #lowest = [];
  /** @type {number[]} */
  #highest = [];
  /** @type {[arc: number, other: number, isForwards: boolean][][]} */
  #around = [];

  /**
   * Add an arc, and return its number.
   *
   * @param {string} tail
   * @param {string} head
   * @param {Range} known
   */
  add(tail, head, [low, high]) {
    const [start, end] = [this.#node(tail), this.#node(head)];
    const arc = this.#tails.push(start) - 1;
    this.#heads.push(end);
    this.#low.push(low);
    this.#high.push(high);
    this.#around[start].push([arc, end, true]);
    this.#around[end].push([arc, start, false]);
    return arc;
  }

  /** @param {string} name */
  #node(name) {
    const known = this.#nodes.get(name);
    if (known !== undefined) {
      return known;
    }
    this.#nodes.set(name, this.#nodes.size);
    return this.#around.push([]) - 1;
  }

  /** Find a flow that keeps to every range. */
  settle() {
    if (this.#low.some((low, arc) => low > this.#high[arc])) {
      throw new Contradiction();
    }
    this.#flow = [...this.#low];
    const excess = this.#around.map(() => 0);
    for (const [arc, flow] of this.#flow.entries()) {
      excess[this.#heads[arc]] += flow;
      excess[this.#tails[arc]] -= flow;
    }
    for (;;) {
      const starts = [...excess.keys()].filter((node) => excess[node] > 0);
      if (!starts.length) {
        break;
      }
      const { path } = this.#search(starts, new Set([...excess.keys()].filter((node) => excess[node] < 0)));
      if (!path) {
        throw new Contradiction();
      }
      const [start] = this.#ends(path[0]);
      const [, end] = this.#ends(path[path.length - 1]);
      const amount = Math.min(excess[start], -excess[end], this.#room(path));
      this.#push(path, amount);
      excess[start] -= amount;
      excess[end] += amount;
    }
    this.#lowest = [...this.#flow];
    this.#highest = [...this.#flow];
  }

  /**
   * The range over which an arc has been seen so far.
   *
   * @param {number} arc
   * @returns {Range}
   */
  seen(arc) {
    return [this.#lowest[arc], this.#highest[arc]];
  }

  /**
   * Move the flow until the arc has been seen at both ends of the wanted range, or of the range that it can have. Returns the arcs
   * that keep it there.
   *
   * @param {number} arc
   * @param {Range} wanted
   */
  stretch(arc, [low, high]) {
    /** @type {number[]} */
    let above = [];
    while (this.#highest[arc] < high && !above.length) {
      above = this.#turn(arc, high - this.#flow[arc]);
    }
    /** @type {number[]} */
    let below = [];
    while (this.#lowest[arc] > low && !below.length) {
      below = this.#turn(arc, low - this.#flow[arc]);
    }
    return [...above, ...below];
  }

  /**
   * Change the flow of an arc, around a circle. Returns the arcs that prevent any change.
   *
   * @param {number} arc
   * @param {number} wanted
   */
  #turn(arc, wanted) {
    /** @type {Step} */
    const here = [arc, wanted > 0];
    const room = Math.min(Math.abs(wanted), this.#room([here]));
    if (!room) {
      return [arc];
    }
    const [start, end] = this.#ends(here);
    const { path, reached } = this.#search([end], new Set([start]), arc);
    if (!path) {
      const arcs = [...this.#flow.keys()];
      return arcs.filter((one) => reached.has(this.#tails[one]) !== reached.has(this.#heads[one]) && one !== arc);
    }
    this.#push([here, ...path], Math.min(room, this.#room(path)));
    return [];
  }

  /** @param {Step} step */
  #ends([arc, isForwards]) {
    return isForwards ? [this.#tails[arc], this.#heads[arc]] : [this.#heads[arc], this.#tails[arc]];
  }

  /** @param {Step[]} path */
  #room(path) {
    const rooms = path.map(([arc, isForwards]) =>
      isForwards ? this.#high[arc] - this.#flow[arc] : this.#flow[arc] - this.#low[arc],
    );
    return rooms.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  }

  /**
   * @param {Step[]} path
   * @param {number} amount
   */
  #push(path, amount) {
    for (const [arc, isForwards] of path) {
      this.#flow[arc] += isForwards ? amount : -amount;
    }
    if (this.#lowest.length) {
      for (const [arc] of path) {
        this.#lowest[arc] = Math.min(this.#lowest[arc], this.#flow[arc]);
        this.#highest[arc] = Math.max(this.#highest[arc], this.#flow[arc]);
      }
    }
  }

  /**
   * The shortest path along which the flow can change, if there is one, and every node that was reached.
   *
   * @param {number[]} starts
   * @param {Set<number>} ends
   * @returns {{ path: Step[] | null, reached: Set<number> }}
   */
  #search(starts, ends, without = -1) {
    /** @type {Map<number, [node: number, step: Step] | null>} */
    const came = new Map(starts.map((node) => [node, null]));
    const waiting = [...starts];
    for (const node of waiting) {
      for (const [arc, other, isForwards] of this.#around[node]) {
        const isFree = isForwards ? this.#flow[arc] < this.#high[arc] : this.#flow[arc] > this.#low[arc];
        if (came.has(other) || arc === without || !isFree) {
          continue;
        }
        came.set(other, [node, [arc, isForwards]]);
        if (ends.has(other)) {
          return { path: traced(other, came), reached: new Set() };
        }
        waiting.push(other);
      }
    }
    return { path: null, reached: new Set(came.keys()) };
  }
}

/**
 * @param {number} node
 * @param {Map<number, [node: number, step: Step] | null>} came
 */
function traced(node, came) {
  /** @type {Step[]} */
  const path = [];
  for (let last = came.get(node); last; last = came.get(last[0])) {
    path.unshift(last[1]);
  }
  return path;
}
