package io.tripline.engine.view;

import io.tripline.dsl.plan.ViewPlan.Window;
import io.tripline.engine.event.Event;
import io.tripline.engine.expression.Scope;
import io.tripline.engine.snapshot.StateReader;
import io.tripline.engine.snapshot.StateWriter;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sessions: events of a group with no gap longer than so much. One ends that long after its last event. */
final class SessionWindows extends ViewWindows {

    private static final class Session {

        private final GroupKey key;
        private final Tallies tallies;
        private long firstNanos;
        private long lastNanos;
        private RowBook.Entry saidOrNull;

        private Session(GroupKey key, Tallies tallies, long timeNanos) {
            this.key = key;
            this.tallies = tallies;
            this.firstNanos = timeNanos;
            this.lastNanos = timeNanos;
        }
    }

    private static final Comparator<Session> BY_END = Comparator.comparingLong((Session session) -> session.lastNanos)
            .thenComparing(session -> session.key)
            .thenComparingLong(session -> session.firstNanos);

    private final long gapNanos;
    private final RowId ids;
    private final Event noEvent = new Event();
    /** By group, then by first event. */
    private final TreeMap<GroupKey, TreeMap<Long, Session>> groups = new TreeMap<>();

    private final TreeSet<Session> open = new TreeSet<>(BY_END);
    /** Kept for late events only. */
    private final TreeSet<Session> closed = new TreeSet<>(BY_END);
    /** Sessions that ended here or before have been let go. */
    private long letGoNanos = Long.MIN_VALUE;

    SessionWindows(ViewProgram program, RowBook book, int limit) {
        super(program, book, limit);
        this.gapNanos = ((Window.Session) program.plan().window()).gapNanos();
        this.ids = new RowId(program.plan());
    }

    @Override
    void take(GroupKey key, Scope scope) {
        long time = scope.event().timeNanos();
        Session before = neighbourOrNull(key, time, true);
        Session after = neighbourOrNull(key, time, false);
        Session session = before != null ? before : after;
        boolean room = time > letGoNanos && (session != null || hasRoom());
        // Making room may let go of a session that ended later than this event.
        if (!room || time <= letGoNanos) {
            leaveOut();
            return;
        }
        if (session == null) {
            session = new Session(key.retained(), program.newTallies(), time);
        } else {
            remove(session);
            session.firstNanos = Math.min(session.firstNanos, time);
            session.lastNanos = Math.max(session.lastNanos, time);
        }
        if (before != null && after != null && before != after) {
            remove(after);
            merge(before, after);
        }
        session.tallies.add(scope);
        groups.computeIfAbsent(session.key, added -> new TreeMap<>()).put(session.firstNanos, session);
        if (hasEnded(session, passedNanos())) {
            closed.add(session);
            change(session);
        } else {
            open.add(session);
            book.withdraw(session.saidOrNull, session.key);
        }
    }

    /** The session of the group that begins before or at that time, or the one that begins after it, if near enough. */
    private Session neighbourOrNull(GroupKey key, long timeNanos, boolean earlier) {
        TreeMap<Long, Session> sessions = groups.get(key);
        if (sessions == null) {
            return null;
        }
        Map.Entry<Long, Session> next = earlier ? sessions.floorEntry(timeNanos) : sessions.higherEntry(timeNanos);
        if (next == null) {
            return null;
        }
        Session session = next.getValue();
        long distance = earlier ? timeNanos - session.lastNanos : session.firstNanos - timeNanos;
        return distance <= gapNanos ? session : null;
    }

    private void remove(Session session) {
        open.remove(session);
        closed.remove(session);
        TreeMap<Long, Session> sessions = groups.get(session.key);
        sessions.remove(session.firstNanos);
        if (sessions.isEmpty()) {
            groups.remove(session.key);
        }
    }

    /** One row goes on, the earlier one if it was ever published; the other is taken back. */
    private void merge(Session session, Session other) {
        session.tallies.addAll(other.tallies);
        session.lastNanos = other.lastNanos;
        if (session.saidOrNull == null) {
            session.saidOrNull = other.saidOrNull;
        } else {
            book.withdraw(other.saidOrNull, other.key);
        }
    }

    private boolean hasEnded(Session session, long timeNanos) {
        return endNanos(session) < timeNanos;
    }

    private long endNanos(Session session) {
        return session.lastNanos + gapNanos;
    }

    private void change(Session session) {
        session.saidOrNull = book.change(
                session.saidOrNull,
                () -> ids.of(session.key, session.firstNanos),
                session.key,
                session.tallies,
                noEvent,
                session.firstNanos,
                endNanos(session));
    }

    @Override
    void pass(long timeNanos) {
        while (!open.isEmpty() && hasEnded(open.first(), timeNanos)) {
            Session session = open.pollFirst();
            closed.add(session);
            change(session);
        }
    }

    @Override
    void settle(long timeNanos) {
        while (!closed.isEmpty() && hasEnded(closed.first(), timeNanos)) {
            remove(closed.first());
        }
    }

    @Override
    boolean letGoOldest() {
        if (closed.isEmpty()) {
            return false;
        }
        Session oldest = closed.first();
        letGoNanos = Math.max(letGoNanos, endNanos(oldest));
        remove(oldest);
        return true;
    }

    @Override
    long held() {
        return (long) open.size() + closed.size();
    }

    @Override
    void writeWindows(StateWriter out) {
        out.signed(letGoNanos).number(open.size() + closed.size());
        open.forEach(session -> write(session, true, out));
        closed.forEach(session -> write(session, false, out));
    }

    private static void write(Session session, boolean isOpen, StateWriter out) {
        out.flag(isOpen);
        session.key.writeState(out);
        out.signed(session.firstNanos).signed(session.lastNanos);
        session.tallies.writeState(out);
        RowBook.writeState(session.saidOrNull, out);
    }

    @Override
    void readWindows(StateReader in) {
        letGoNanos = in.signed();
        for (int left = in.count(); left > 0; left--) {
            boolean isOpen = in.flag();
            Session session = new Session(program.newKey().readState(in), program.newTallies(), in.signed());
            session.lastNanos = in.signed();
            session.tallies.readState(in);
            session.saidOrNull = book.readState(session.key, in);
            groups.computeIfAbsent(session.key, added -> new TreeMap<>()).put(session.firstNanos, session);
            (isOpen ? open : closed).add(session);
        }
    }
}
