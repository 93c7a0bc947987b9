package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedStoreTest {
    private static final String NAME = "FIX.4.4-VESPER-LIT";
    private static final int MESSAGES = 20_000;

    @TempDir
    Path folder;

    @Test
    void anotherProcessFindsWhatWasSentAndTheNumbers() throws IOException {
        MappedStore store = MappedStore.open(folder, NAME);
        assertEquals(1, store.getNextSenderMsgSeqNum());
        assertEquals(1, store.getNextTargetMsgSeqNum());
        for (int i = 1; i <= MESSAGES; i++) { // more than one window of them
            store.set(i, message(i));
            store.incrNextSenderMsgSeqNum();
        }
        store.incrNextTargetMsgSeqNum();
        MappedStore other = MappedStore.open(folder, NAME);
        assertEquals(MESSAGES + 1, other.getNextSenderMsgSeqNum());
        assertEquals(2, other.getNextTargetMsgSeqNum());
        assertEquals(store.getCreationTime(), other.getCreationTime());
        assertEquals(List.of(message(1), message(2)), found(other, 1, 2));
        assertEquals(List.of(message(9_999), message(10_000), message(10_001)), found(other, 9_999, 10_001));
        assertEquals(List.of(message(MESSAGES)), found(other, MESSAGES, MESSAGES + 5));
        other.set(MESSAGES + 1, "next");
        assertEquals(List.of("next"), found(other, MESSAGES + 1, MESSAGES + 1));
    }

    /** A kill came between its storing and its counting: the next one has its number, and left. */
    @Test
    void ofANumberThatWasStoredTwiceTheLaterMessageLeft() throws IOException {
        MappedStore store = MappedStore.open(folder, NAME);
        store.set(1, "killed before it was counted");
        MappedStore again = MappedStore.open(folder, NAME);
        again.set(1, "left");
        again.incrNextSenderMsgSeqNum();
        assertEquals(List.of("left"), found(again, 1, 1));
    }

    /** Its bytes are there, but nothing says that they are whole. */
    @Test
    void aTornMessageIsNone() throws IOException {
        MappedStore store = MappedStore.open(folder, NAME);
        store.set(1, "whole");
        byte[] before = Files.readAllBytes(folder.resolve(NAME + ".numbers"));
        store.set(2, "torn");
        Files.write(folder.resolve(NAME + ".numbers"), before);
        MappedStore again = MappedStore.open(folder, NAME);
        assertEquals(List.of("whole"), found(again, 1, 2));
        again.set(2, "another");
        assertEquals(List.of("whole", "another"), found(again, 1, 2));
    }

    @Test
    void aResetBeginsAnewAndNothingFromBeforeIsAskedFor() throws IOException {
        MappedStore store = MappedStore.open(folder, NAME);
        store.set(1, "before");
        store.setNextSenderMsgSeqNum(2);
        store.setNextTargetMsgSeqNum(7);
        store.reset();
        assertEquals(1, store.getNextSenderMsgSeqNum());
        assertEquals(1, store.getNextTargetMsgSeqNum());
        assertEquals(List.of(), found(store, 1, 5));
        store.set(1, "after");
        assertEquals(List.of("after"), found(store, 1, 5));
    }

    @Test
    void aMessageLargerThanAWindowIsKept() throws IOException {
        MappedStore store = MappedStore.open(folder, NAME);
        String large = "x".repeat(3_000_000);
        store.set(1, "small");
        store.set(2, large);
        store.set(3, "after");
        assertEquals(List.of("small", large, "after"), found(MappedStore.open(folder, NAME), 1, 3));
    }

    /** As after the loss of power. */
    @Test
    void whatIsNotWholeAnyMoreBeginsAnew() throws IOException {
        Files.writeString(folder.resolve(NAME + ".numbers"), "what is this, and why is it here?");
        assertEquals(1, MappedStore.open(folder, NAME).getNextSenderMsgSeqNum());
        MappedStore lost = MappedStore.open(folder, "lost");
        lost.set(1, "something");
        lost.setNextSenderMsgSeqNum(2);
        Files.delete(folder.resolve("lost.messages"));
        MappedStore again = MappedStore.open(folder, "lost");
        assertEquals(1, again.getNextSenderMsgSeqNum());
        again.set(1, "anew");
        assertEquals(List.of("anew"), found(again, 1, 5));
    }

    private static String message(int number) {
        return "8=FIX.4.4\u00019=1\u000135=D\u000134=" + number + "\u000149=VESPER\u000156=LIT\u000158=Müller\u0001"
                + "11=0001-2018-04-11-001-0000-LIT\u000110=000\u0001";
    }

    private static List<String> found(MappedStore store, int first, int last) throws IOException {
        List<String> found = new ArrayList<>();
        store.get(first, last, found);
        return found;
    }
}
