package dev.vesper.adapters.routes.fix;

import dev.vesper.basics.Problem;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.TreeMap;
import org.quickfixj.CharsetSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.MessageStore;
import quickfix.SystemTime;

/**
 * What a session sent, and the numbers that both sides are at, in files that are written as memory is: no call to the operating
 * system for each message, of which QuickFIX/J's own file store makes five, and two for each that came. What is in such memory
 * is the operating system's as soon as it is written, so it outlives {@code kill -9} as a written file does, and the loss of
 * power as little.
 *
 * <p>The file {@code .numbers} has 32 bytes: a mark, when the session began (milliseconds since 1970), how many bytes of messages
 * are whole, our next number, the next one expected of the other side. The file {@code .messages} has a number, a length and the
 * text of each message, one behind the other. A message counts once the whole bytes are moved behind it, which is done last.
 */
final class MappedStore implements MessageStore {
    private static final Logger LOG = LoggerFactory.getLogger(MappedStore.class);
    private static final long MARK = 0x31_45_52_4f_54_53_58_46L; // FXSTORE1
    private static final long CREATED = 8;
    private static final long WHOLE = 16;
    private static final long NEXT_SENDER = 24;
    private static final long NEXT_TARGET = 28;
    private static final int NUMBERS = 32;
    private static final int HEAD = 8;
    /** What is mapped of the messages at a time. */
    private static final int WINDOW = 1 << 20;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    /** Nothing that was written before is seen later than what is set by these. */
    private static final VarHandle INT_AT = ValueLayout.JAVA_INT.varHandle();

    private static final VarHandle LONG_AT = LONG.varHandle();

    private final Path file;
    private final MemorySegment numbers;
    /** The part of the messages that is written to next. */
    private MemorySegment window = MemorySegment.NULL;

    private long windowFrom;

    private MappedStore(Path file, MemorySegment numbers) {
        this.file = file;
        this.numbers = numbers;
    }

    /**
     * Opens the store of a session, or makes it. One that is not whole any more, as after the loss of power, begins anew: then
     * the two sides disagree on their numbers, and the house asks about its orders.
     *
     * @param name of its files, before their ending
     * @throws Problem of kind UNAVAILABLE where it cannot
     */
    static MappedStore open(Path folder, String name) {
        Path file = folder.resolve(name + ".messages");
        try {
            Files.createDirectories(folder);
            var store = new MappedStore(file, map(folder.resolve(name + ".numbers"), 0, NUMBERS));
            if (store.numbers.get(LONG, 0) != MARK || store.whole() < 0 || store.whole() > store.size()) {
                if (store.numbers.get(LONG, 0) != 0) {
                    LOG.warn("Expected the FIX store {} to be whole, but it is not; maybe the power went", file);
                }
                store.begin();
            }
            return store;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to open the FIX store " + file + ", but " + e.getMessage(), e);
        }
    }

    private long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Maps so many bytes. Those that are new are written first: a disk that is full says so here, and not when memory is written. */
    private static MemorySegment map(Path file, long from, int bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long there = channel.size();
            if (there < from + bytes) {
                ByteBuffer zeros = ByteBuffer.allocate((int) (from + bytes - Math.max(from, there)));
                for (long at = from + bytes - zeros.capacity(); zeros.hasRemaining(); ) {
                    at += channel.write(zeros, at);
                }
            }
            return MemorySegment.ofBuffer(channel.map(FileChannel.MapMode.READ_WRITE, from, bytes));
        }
    }

    private void begin() {
        numbers.set(LONG, WHOLE, 0);
        setNextSenderMsgSeqNum(1);
        setNextTargetMsgSeqNum(1);
        numbers.set(LONG, CREATED, SystemTime.currentTimeMillis());
        LONG_AT.setRelease(numbers, 0L, MARK);
    }

    private long whole() {
        return numbers.get(LONG, WHOLE);
    }

    @Override
    public synchronized boolean set(int number, String message) throws IOException {
        byte[] text = message.getBytes(CharsetSupport.getCharsetInstance());
        long at = whole();
        int length = HEAD + text.length;
        if (at < windowFrom || at + length > windowFrom + window.byteSize()) {
            window = map(file, at, Math.max(WINDOW, length));
            windowFrom = at;
        }
        long into = at - windowFrom;
        window.set(INT, into, number);
        window.set(INT, into + Integer.BYTES, text.length);
        MemorySegment.copy(text, 0, window, ValueLayout.JAVA_BYTE, into + HEAD, text.length);
        LONG_AT.setRelease(numbers, WHOLE, at + length);
        return true;
    }

    /**
     * Reads the file: the operating system has one memory for both. Of a number that was stored twice, as by a kill before it
     * was counted, the later message is the one that left.
     */
    @Override
    public synchronized void get(int first, int last, Collection<String> found) throws IOException {
        var wanted = new TreeMap<Integer, String>();
        long whole = whole();
        if (whole > 0) {
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (long at = 0; at < whole; ) {
                    int number = in.readInt();
                    int length = in.readInt();
                    if (number >= first && number <= last) {
                        wanted.put(number, new String(in.readNBytes(length), CharsetSupport.getCharsetInstance()));
                    } else {
                        in.skipNBytes(length);
                    }
                    at += HEAD + length;
                }
            }
        }
        found.addAll(wanted.values());
    }

    @Override
    public int getNextSenderMsgSeqNum() {
        return (int) INT_AT.getAcquire(numbers, NEXT_SENDER);
    }

    @Override
    public int getNextTargetMsgSeqNum() {
        return (int) INT_AT.getAcquire(numbers, NEXT_TARGET);
    }

    @Override
    public void setNextSenderMsgSeqNum(int next) {
        INT_AT.setRelease(numbers, NEXT_SENDER, next);
    }

    @Override
    public void setNextTargetMsgSeqNum(int next) {
        INT_AT.setRelease(numbers, NEXT_TARGET, next);
    }

    @Override
    public void incrNextSenderMsgSeqNum() {
        setNextSenderMsgSeqNum(getNextSenderMsgSeqNum() + 1);
    }

    @Override
    public void incrNextTargetMsgSeqNum() {
        setNextTargetMsgSeqNum(getNextTargetMsgSeqNum() + 1);
    }

    @Override
    public Date getCreationTime() {
        return Date.from(Instant.ofEpochMilli(numbers.get(LONG, CREATED)));
    }

    /** Both sides begin at 1 again: nothing from before can be asked for. */
    @Override
    public synchronized void reset() {
        begin();
    }

    @Override
    public void refresh() {
        // nobody else writes it
    }
}
