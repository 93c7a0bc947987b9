//! Who is due next: many queues over the same numbers, each number in one at most, ordered by key and then number.
//! Pairing heaps whose links lie with the numbers, so that nothing is allocated after the beginning.

const NONE: u32 = u32::MAX;

#[derive(Clone, Copy)]
struct Node {
    /// -1 where it waits in no queue.
    key: i64,
    /// First of those below it.
    child: u32,
    next: u32,
    /// The one before it, or the one above it where it is the first.
    before: u32,
}

const IDLE: Node = Node {
    key: -1,
    child: NONE,
    next: NONE,
    before: NONE,
};

/// Queues of numbers.
pub struct Queues {
    nodes: Vec<Node>,
    roots: Vec<u32>,
}

impl Queues {
    /// So many queues over so many numbers.
    pub fn new(queues: usize, numbers: usize) -> Self {
        Self {
            nodes: vec![IDLE; numbers],
            roots: vec![NONE; queues],
        }
    }

    /// The first of a queue where its key is at most this.
    #[inline]
    pub fn due(&self, queue: usize, key: i64) -> Option<u32> {
        let root = self.roots[queue];
        (root != NONE && self.nodes[root as usize].key <= key).then_some(root)
    }

    /// Adds a number that waits in no queue; the key is 0 or more.
    pub fn add(&mut self, queue: usize, number: u32, key: i64) {
        self.nodes[number as usize] = Node { key, ..IDLE };
        self.roots[queue] = self.meld(self.roots[queue], number);
    }

    /// Takes a number out of its queue, if it is in one.
    pub fn remove(&mut self, queue: usize, number: u32) {
        let node = self.nodes[number as usize];
        if node.key < 0 {
            return;
        }
        let below = self.merged(node.child);
        if self.roots[queue] == number {
            self.roots[queue] = below;
        } else {
            let before = &mut self.nodes[node.before as usize];
            if before.child == number {
                before.child = node.next;
            } else {
                before.next = node.next;
            }
            if node.next != NONE {
                self.nodes[node.next as usize].before = node.before;
            }
            self.roots[queue] = self.meld(self.roots[queue], below);
        }
        self.nodes[number as usize] = IDLE;
    }

    /// The first of two heaps, with the other below it.
    fn meld(&mut self, a: u32, b: u32) -> u32 {
        if a == NONE || b == NONE {
            return if a == NONE { b } else { a };
        }
        let key = |n: u32| (self.nodes[n as usize].key, n);
        let (first, other) = if key(a) < key(b) { (a, b) } else { (b, a) };
        let child = self.nodes[first as usize].child;
        self.nodes[other as usize].next = child;
        self.nodes[other as usize].before = first;
        if child != NONE {
            self.nodes[child as usize].before = other;
        }
        self.nodes[first as usize].child = other;
        first
    }

    /// One heap of all in a row: by pairs, and then the pairs from the last to the first.
    fn merged(&mut self, mut row: u32) -> u32 {
        let mut pairs = NONE;
        while row != NONE {
            let second = self.nodes[row as usize].next;
            let rest = if second == NONE {
                NONE
            } else {
                self.nodes[second as usize].next
            };
            self.alone(row);
            if second != NONE {
                self.alone(second);
            }
            let pair = self.meld(row, second);
            self.nodes[pair as usize].next = pairs;
            pairs = pair;
            row = rest;
        }
        let mut all = NONE;
        while pairs != NONE {
            let next = self.nodes[pairs as usize].next;
            self.alone(pairs);
            all = self.meld(all, pairs);
            pairs = next;
        }
        all
    }

    fn alone(&mut self, number: u32) {
        self.nodes[number as usize].next = NONE;
        self.nodes[number as usize].before = NONE;
    }
}

#[cfg(test)]
mod tests {
    use super::Queues;
    use std::collections::BTreeSet;

    /// Beside a sorted set, whatever is added and removed.
    #[test]
    fn as_a_sorted_set() {
        let mut queues = Queues::new(2, 100);
        let mut sets = [BTreeSet::new(), BTreeSet::new()];
        let mut keys = [(-1, 0); 100];
        let mut state = 42_u64;
        for _ in 0..100_000 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let number = u32::try_from((state >> 33) % 100).unwrap();
            let key = i64::try_from((state >> 40) % 50).unwrap();
            let queue = usize::from(state >> 63 == 0);
            let (old, place) = keys[number as usize];
            if old >= 0 {
                queues.remove(place, number);
                sets[place].remove(&(old, number));
                keys[number as usize] = (-1, 0);
            } else {
                queues.add(queue, number, key);
                sets[queue].insert((key, number));
                keys[number as usize] = (key, queue);
            }
            for (queue, set) in sets.iter().enumerate() {
                let first = set.first().map(|first| first.1);
                assert_eq!(first, queues.due(queue, i64::MAX));
                if let Some((key, _)) = set.first() {
                    assert_eq!(None, queues.due(queue, key - 1));
                }
            }
        }
    }
}
