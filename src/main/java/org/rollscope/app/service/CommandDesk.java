package org.rollscope.app.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollscope.app.calibrate.TareCommand;
import org.rollscope.app.guide.RoutineDesk;
import org.rollscope.app.shell.CommonOptions;
import org.rollscope.app.shell.LoadedSettings;
import org.rollscope.app.shell.Subject;
import org.rollscope.app.source.OpenedSource;
import org.rollscope.app.team.TeamPlans;
import org.rollscope.athlete.BodyPlace;
import org.rollscope.calibration.RollerCalibration;
import org.rollscope.calibration.Tare;
import org.rollscope.command.CommandAnswer;
import org.rollscope.command.CommandReceiver;
import org.rollscope.command.CommandReply;
import org.rollscope.command.CommandRequest;
import org.rollscope.command.RollerCommand;
import org.rollscope.frame.HostClock;
import org.rollscope.pipeline.PipelineOrders;
import org.rollscope.pipeline.SessionControl;
import org.rollscope.session.FramePoint;
import org.rollscope.telemetry.MetricsMessage;

/**
 * Does the commands of a running service: what concerns the session goes to the pipeline, what needs a disk is prepared here first.
 *
 * <p><b>Threads.</b> {@link #receive} from any and without waiting; profiles and calibrations on one thread, the archive on another.
 */
final class CommandDesk implements CommandReceiver, AutoCloseable {
    private static final long TARE_WAIT_MS = 3L * Tare.UNLOADED_MS;
    private static final long CLOSE_WAIT_MS = 5000;
    private static final long PLAN_LOOK_MS = 10_000;

    private final PipelineOrders orders;
    private final SubjectChange subjects;
    private final @Nullable TareCommand tare;
    private final BackfillCommand backfill;
    private final CurrentSubject subject;
    private final RoutineDesk routines;
    private final TeamPlans plans;
    private final ScheduledFuture<?> planLook;
    private final HostClock clock;
    private final ScheduledThreadPoolExecutor writing = thread("rollscope-commands");
    private final ScheduledThreadPoolExecutor reading = thread("rollscope-backfill");
    private final AtomicBoolean backfilling = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> tareWatch;
    private volatile boolean closing;

    CommandDesk(
            CommonOptions common,
            LoadedSettings settings,
            OpenedSource opened,
            ServiceRun run,
            Consumer<MetricsMessage> publisher,
            HostClock clock) {
        orders = run.orders();
        subject = run.subject();
        routines = new RoutineDesk(common, settings, this::take, publisher);
        plans = new TeamPlans(common.dataFolder(), publisher);
        // What is typed on this machine meanwhile, and who comes and goes, is told within seconds.
        planLook = writing.scheduleWithFixedDelay(this::tellPlan, 0, PLAN_LOOK_MS, TimeUnit.MILLISECONDS);
        this.clock = clock;
        subjects = new SubjectChange(common.dataFolder(), opened.subject(), run.subject(), clock);
        tare = opened.calibration() == null ? new TareCommand(common.configFolder(), clock) : null;
        backfill = new BackfillCommand(common, this::pause);
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    @Override
    public void receive(CommandRequest request, CommandReply reply) {
        RollerCommand command = request.command();
        if (command instanceof RollerCommand.Start) {
            orders.offer(SessionControl::start, reply::answer);
        } else if (command instanceof RollerCommand.Stop) {
            orders.offer(SessionControl::stop, reply::answer);
        } else if (command instanceof RollerCommand.Marker marker) {
            orders.offer(control -> control.mark(marker.markerIndex()), reply::answer);
        } else if (command instanceof RollerCommand.Sync) {
            orders.offer(SessionControl::sync, reply::answer);
        } else if (command instanceof RollerCommand.Pain pain) {
            orders.offer(control -> control.pain(pain.painNrs()), reply::answer);
        } else if (command instanceof RollerCommand.FeltRelease) {
            orders.offer(SessionControl::feltRelease, reply::answer);
        } else if (command instanceof RollerCommand.Tare) {
            beginTare(reply);
        } else if (command instanceof RollerCommand.Backfill wanted) {
            beginBackfill(wanted, reply);
        } else if (command instanceof RollerCommand.Routine routine) {
            later(
                    writing,
                    reply,
                    () -> reply.answer(routines.obey(routine, subject.get().athleteId())));
        } else if (command instanceof RollerCommand.Plan plan) {
            later(writing, reply, () -> reply.answer(plans.change(plan, request.sender())));
        } else {
            later(writing, reply, () -> changeUnlessGuided(request, reply));
        }
    }

    private void tellPlan() {
        plans.look(subject.get().athleteId());
    }

    /** The guided routines of this service. */
    RoutineDesk routines() {
        return routines;
    }

    /** A routine goes to its next place. */
    private void take(BodyPlace place, Consumer<CommandAnswer> answered) {
        CommandRequest request =
                new CommandRequest("routine", "routine", new RollerCommand.Place(place.muscle(), place.side()));
        CommandReply reply = new AnswerOnly(answered);
        later(writing, reply, () -> {
            String refusal = routines.refusal(subject.get().athleteId());
            if (refusal.isEmpty()) {
                change(request, reply);
            } else {
                routines.close();
                reply.answer(CommandAnswer.refused(refusal));
            }
        });
    }

    /** While somebody is guided, person and place are the routine's; another ceiling is welcome. */
    private void changeUnlessGuided(CommandRequest request, CommandReply reply) {
        if (routines.isRunning() && !(request.command() instanceof RollerCommand.Ceiling)) {
            reply.answer(CommandAnswer.refused("a routine of "
                    + subject.get().athleteId()
                    + " runs and says who rolls what; end it first, or skip a place: routine with action end or skip"));
        } else {
            change(request, reply);
        }
    }

    /** On the desk's thread: reads and writes profiles. */
    private void change(CommandRequest request, CommandReply reply) {
        SubjectChange.Prepared prepared = subjects.prepare(request);
        Subject wanted = prepared.wanted();
        if (wanted == null) {
            reply.answer(prepared.answer());
            return;
        }
        // the next one is prepared when this one holds
        CompletableFuture<CommandAnswer> changed = new CompletableFuture<>();
        orders.offer(
                control -> control.changeSubject(wanted.band(), () -> subjects.become(prepared)), changed::complete);
        CommandAnswer done = changed.join();
        if (!done.ok()) {
            subjects.takeBack(prepared);
        }
        tellPlan(); // of who is on the roller now, before the answer
        reply.answer(done.ok() ? prepared.answerAfter(done) : done);
    }

    private void beginTare(CommandReply reply) {
        TareCommand taring = tare;
        if (taring == null) {
            reply.answer(CommandAnswer.refused("a recording brings its own calibration; tare a roller"));
            return;
        }
        AtomicBoolean answered = new AtomicBoolean();
        CommandReply once = new OnceReply(reply, answered);
        orders.offer(
                control -> control.beginTare(seen -> later(writing, once, () -> finishTare(taring, seen, once))),
                begun -> {
                    if (begun.ok()) {
                        watchTare(once, answered);
                    } else {
                        once.answer(begun);
                    }
                });
    }

    private void finishTare(TareCommand taring, Tare seen, CommandReply reply) {
        ScheduledFuture<?> watch = tareWatch;
        if (watch != null) {
            watch.cancel(false);
        }
        TareCommand.Written written = taring.write(seen);
        RollerCalibration tared = written.calibration();
        if (tared == null) {
            reply.answer(written.answer());
        } else {
            orders.offer(control -> control.useCalibration(tared), used -> reply.answer(written.answerAfter(used)));
        }
    }

    /** Frames that stay away would leave it open for ever. */
    private void watchTare(CommandReply once, AtomicBoolean answered) {
        Runnable giveUp = () -> {
            if (!answered.get()) {
                orders.offer(SessionControl::endTare, ended -> {});
                once.answer(CommandAnswer.refused("the roller was not seen for " + Tare.UNLOADED_MS / 1000
                        + " s on end; look at rollscope status"));
            }
        };
        try {
            tareWatch = writing.schedule(giveUp, TARE_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            once.answer(CommandAnswer.refused("the service is ending"));
        }
    }

    private void beginBackfill(RollerCommand.Backfill wanted, CommandReply reply) {
        if (!backfilling.compareAndSet(false, true)) {
            reply.answer(CommandAnswer.refused("another backfill goes on; send this one when that is answered"));
            return;
        }
        later(reading, reply, () -> {
            CommandAnswer answer = backfill.send(wanted, reply);
            backfilling.set(false);
            reply.answer(answer);
        });
    }

    /** Between two batches; false when the service ends. */
    private boolean pause(long pauseMs) {
        long endNs = clock.monotonicNs() + TimeUnit.MILLISECONDS.toNanos(pauseMs);
        while (!closing && clock.monotonicNs() < endNs) {
            LockSupport.parkNanos(endNs - clock.monotonicNs());
        }
        return !closing;
    }

    private void later(ScheduledThreadPoolExecutor where, CommandReply reply, Runnable work) {
        try {
            where.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException mistake) {
                    backfilling.compareAndSet(where == reading, false);
                    reply.answer(CommandAnswer.refused("the service made a mistake of its own: " + mistake));
                }
            });
        } catch (RejectedExecutionException ending) {
            reply.answer(CommandAnswer.refused("the service is ending"));
        }
    }

    @Override
    public void close() {
        closing = true;
        planLook.cancel(false);
        routines.close();
        writing.shutdown();
        reading.shutdown();
        try {
            writing.awaitTermination(CLOSE_WAIT_MS, TimeUnit.MILLISECONDS);
            reading.awaitTermination(CLOSE_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        writing.shutdownNow();
        reading.shutdownNow();
    }

    /** For who asks for no frames. */
    private record AnswerOnly(Consumer<CommandAnswer> answered) implements CommandReply {
        @Override
        public void answer(CommandAnswer answer) {
            answered.accept(answer);
        }

        @Override
        public boolean frames(List<FramePoint> points) {
            return false;
        }
    }

    /** Passes the first answer on only. */
    private record OnceReply(CommandReply reply, AtomicBoolean answered) implements CommandReply {
        @Override
        public void answer(CommandAnswer answer) {
            if (answered.compareAndSet(false, true)) {
                reply.answer(answer);
            }
        }

        @Override
        public boolean frames(List<FramePoint> points) {
            return reply.frames(points);
        }
    }
}
