package dev.vesper.adapters.engine;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.ProducerType;
import dev.vesper.execution.ring.Ring;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/** Messages of eight numbers through a ring; every number of each is written and read. */
interface Pipe {
    /** Cells of each ring. */
    int CELLS = 8_192;

    /** Numbers of a message. */
    int NUMBERS = 8;

    /** Puts messages from a number on, all or none where they are put at once; answers how many. */
    int put(long from, int count);

    /** Takes at most so many; answers how many. */
    int take(int most);

    /** Sum of all numbers that were taken; for the thread that takes. */
    long sum();

    static Pipe vesper(boolean many, Arena arena) {
        Ring ring = many ? Ring.many(CELLS, arena) : Ring.single(CELLS, arena);
        return new Pipe() {
            private final MemorySegment memory = ring.memory();
            private long sum;

            @Override
            public int put(long from, int count) {
                long position = ring.claim(count);
                if (position < 0) {
                    return 0;
                }
                for (int i = 0; i < count; i++) {
                    MemorySegment cell = memory.asSlice(ring.at(position + i), Ring.CELL);
                    for (int n = 0; n < NUMBERS; n++) {
                        cell.set(ValueLayout.JAVA_LONG, 8L * n, from + i);
                    }
                }
                ring.commit(position, count);
                return count;
            }

            @Override
            public int take(int most) {
                int ready = ring.ready(most);
                long head = ring.head();
                long all = sum;
                for (int i = 0; i < ready; i++) {
                    MemorySegment cell = memory.asSlice(ring.at(head + i), Ring.CELL);
                    for (int n = 0; n < NUMBERS; n++) {
                        all += cell.get(ValueLayout.JAVA_LONG, 8L * n);
                    }
                }
                sum = all;
                if (ready > 0) {
                    ring.release(ready);
                }
                return ready;
            }

            @Override
            public long sum() {
                return sum;
            }
        };
    }

    /** It claims one message at a time. */
    static Pipe agrona(boolean many) {
        UnsafeBuffer memory = new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(
                // as many messages as the others: a message has a header of 8 bytes
                Integer.highestOneBit(CELLS * (NUMBERS + 1) * Long.BYTES) * 2 + RingBufferDescriptor.TRAILER_LENGTH));
        var ring = many ? new ManyToOneRingBuffer(memory) : new OneToOneRingBuffer(memory);
        return new Pipe() {
            private long sum;

            @Override
            public int put(long from, int count) {
                for (int i = 0; i < count; i++) {
                    int at = ring.tryClaim(1, NUMBERS * Long.BYTES);
                    if (at < 0) {
                        return i;
                    }
                    for (int n = 0; n < NUMBERS; n++) {
                        memory.putLong(at + 8 * n, from + i);
                    }
                    ring.commit(at);
                }
                return count;
            }

            @Override
            public int take(int most) {
                return ring.read(this::taken, most);
            }

            private void taken(int type, org.agrona.MutableDirectBuffer buffer, int at, int length) {
                long all = sum;
                for (int n = 0; n < NUMBERS; n++) {
                    all += buffer.getLong(at + 8 * n);
                }
                sum = all;
            }

            @Override
            public long sum() {
                return sum;
            }
        };
    }

    /** Its messages are objects that stay in the ring. */
    static Pipe disruptor(boolean many) {
        RingBuffer<Message> ring = RingBuffer.create(
                many ? ProducerType.MULTI : ProducerType.SINGLE, Message::new, CELLS, new YieldingWaitStrategy());
        EventPoller<Message> poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        return new Pipe() {
            private long sum;
            private int left;

            @Override
            public int put(long from, int count) {
                long last;
                try {
                    last = ring.tryNext(count);
                } catch (InsufficientCapacityException e) {
                    return 0;
                }
                for (int i = 0; i < count; i++) {
                    ring.get(last - count + 1 + i).put(from + i);
                }
                ring.publish(last - count + 1, last);
                return count;
            }

            @Override
            public int take(int most) {
                left = most;
                try {
                    poller.poll(this::taken);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return most - left;
            }

            private boolean taken(Message message, long sequence, boolean last) {
                sum += message.sum();
                return --left > 0;
            }

            @Override
            public long sum() {
                return sum;
            }
        };
    }

    /** Eight numbers. */
    final class Message {
        private long a;
        private long b;
        private long c;
        private long d;
        private long e;
        private long f;
        private long g;
        private long h;

        void put(long value) {
            a = value;
            b = value;
            c = value;
            d = value;
            e = value;
            f = value;
            g = value;
            h = value;
        }

        long sum() {
            return a + b + c + d + e + f + g + h;
        }
    }
}
