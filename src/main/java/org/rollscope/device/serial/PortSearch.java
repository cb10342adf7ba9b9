package org.rollscope.device.serial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollscope.frame.BoardHello;

/**
 * Finds the port of a roller by asking on each, one after the other, for a hello.
 *
 * <p>A port that is not the right one is left alone until it was unplugged, or for a time: each opening resets many boards, a
 * stranger's device is not to be disturbed, and the next round must be quick. A port that could not be opened is tried again
 * in the next round. When the board that was found is lost, only the same one is taken back for {@link #FAITHFUL_NS}, so that a session
 * does not go on with a neighbour's roller; after that the first one that answers.
 *
 * <p><b>Source.</b> All times are chosen by us, decision record 0013. <b>Threads.</b> One.
 */
final class PortSearch implements PortChoice {
    /** How long a lost board is waited for before another one may take its place. */
    static final long FAITHFUL_NS = TimeUnit.SECONDS.toNanos(30);
    /** Three requests, at 0, 1 and 2 s: a boot loader that a board starts with when its port is opened takes up to 2 s. */
    static final long ANSWER_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(2500);
    /** How long a silent port is left alone; a roller behind a cable with a converter may be switched on at any time. */
    static final long SILENT_ALONE_NS = TimeUnit.SECONDS.toNanos(30);
    /** How long a port is left alone on which something else speaks. */
    static final long OTHER_ALONE_NS = TimeUnit.MINUTES.toNanos(10);

    private static final long SILENCE_LIMIT_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long SUMMARY_EVERY_NS = TimeUnit.SECONDS.toNanos(10);

    private final String wantedBoard;
    private final Supplier<Map<String, String>> listing;
    private final Deque<String> round = new ArrayDeque<>();
    private final Map<String, Verdict> verdicts = new TreeMap<>();
    private Map<String, String> listed = Map.of();
    private String lastBoard = "";
    private String lastPath = "";
    private boolean inUse;
    private boolean summaryDue = true;
    private long lostNs;
    private long summaryNs;

    /**
     * What is known of a port.
     *
     * @param words for people.
     * @param identity changes when the port is unplugged.
     * @param untilNs until when it is left alone; {@link Long#MIN_VALUE} for not at all.
     */
    private record Verdict(String words, String identity, long untilNs) {}

    /**
     * Begins a search.
     *
     * @param wantedBoard serial of the only board to take; empty for any.
     * @param listing paths of the ports that are there now, each with an identity that changes when it is unplugged.
     */
    PortSearch(String wantedBoard, Supplier<Map<String, String>> listing) {
        this.wantedBoard = wantedBoard;
        this.listing = listing;
    }

    @Override
    public String name() {
        return inUse ? lastPath : "serial:auto";
    }

    @Override
    public @Nullable String next(long nowNs) {
        if (!lastBoard.isEmpty() && nowNs - lostNs >= FAITHFUL_NS) {
            lastBoard = "";
            verdicts.clear();
        }
        if (round.isEmpty()) {
            beginRound(nowNs);
        }
        return round.poll();
    }

    @Override
    public boolean betterThan(String path) {
        if (inUse || lastPath.isEmpty() || path.equals(lastPath)) {
            return false;
        }
        String identity = listing.get().get(lastPath);
        Verdict known = verdicts.get(lastPath);
        return identity != null && (known == null || !identity.equals(known.identity));
    }

    private void beginRound(long nowNs) {
        listed = new LinkedHashMap<>(listing.get());
        verdicts.entrySet().removeIf(known -> {
            Verdict verdict = known.getValue();
            return nowNs >= verdict.untilNs || !verdict.identity.equals(listed.get(known.getKey()));
        });
        for (String path : listed.keySet()) {
            if (path.equals(lastPath) && !verdicts.containsKey(path)) {
                round.addFirst(path);
            } else if (!verdicts.containsKey(path)) {
                round.addLast(path);
            }
        }
    }

    @Override
    public long patienceNs() {
        return inUse ? SILENCE_LIMIT_NS : ANSWER_WAIT_NS;
    }

    @Override
    public @Nullable String refusal(BoardHello hello) {
        String wanted = wantedBoard.isEmpty() ? lastBoard : wantedBoard;
        String answered = hello.boardSerial();
        return wanted.isEmpty() || wanted.equals(answered) ? null : "has board " + answered;
    }

    @Override
    public void found(String path, BoardHello hello) {
        inUse = true;
        lastPath = path;
        lastBoard = hello.boardSerial();
        round.clear();
        verdicts.remove(path);
    }

    @Override
    public @Nullable String gaveUp(String path, Outcome outcome, String words, long nowNs) {
        if (outcome == Outcome.LEFT) {
            round.clear();
            return null;
        }
        boolean lost = inUse;
        inUse = false;
        if (!lost || outcome == Outcome.OTHER_BOARD) {
            verdicts.put(path, verdict(path, outcome, words, nowNs));
        }
        if (lost) {
            lostNs = nowNs;
            summaryDue = true;
            return path + " with board " + lastBoard + " was lost; looking for it on every port";
        }
        return round.isEmpty() ? summary(nowNs) : null;
    }

    private Verdict verdict(String path, Outcome outcome, String words, long nowNs) {
        return switch (outcome) {
            case UNOPENED, LEFT -> new Verdict(words, identity(path), Long.MIN_VALUE);
            case GONE -> new Verdict(path + " does not answer", identity(path), nowNs + SILENT_ALONE_NS);
            case BABBLING ->
                new Verdict(path + " sends bytes that are no frames", identity(path), nowNs + OTHER_ALONE_NS);
            case OTHER_BOARD -> new Verdict(path + " " + words, identity(path), nowNs + OTHER_ALONE_NS);
        };
    }

    private String identity(String path) {
        return listed.getOrDefault(path, "");
    }

    @Override
    public boolean roundIsOver() {
        return round.isEmpty();
    }

    @Override
    public @Nullable String nothingToTry(long nowNs) {
        return summary(nowNs);
    }

    /** What the last round showed; at once after a loss, then seldom, because two searches meet each other on the ports. */
    private @Nullable String summary(long nowNs) {
        if (!summaryDue && nowNs - summaryNs < SUMMARY_EVERY_NS) {
            return null;
        }
        summaryDue = false;
        summaryNs = nowNs;
        String wanted = wantedBoard.isEmpty() ? lastBoard : wantedBoard;
        List<String> words = new ArrayList<>();
        verdicts.values().forEach(verdict -> words.add(verdict.words));
        return (wanted.isEmpty() ? "no roller found: " : "board " + wanted + " not found: ")
                + (words.isEmpty()
                        ? "no USB serial port is there; is the roller plugged in?"
                        : String.join("; ", words));
    }
}
