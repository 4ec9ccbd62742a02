package dev.footfall.local;

import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.RefusedException;
import dev.footfall.mqtt.Session;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to a broker, in order and on one connection. What was not acknowledged when a connection ends is sent again, in
 * order and before anything else: nothing is lost, something may come twice. Used by one thread, but for {@link #stop}.
 *
 * <p>How many messages may be under way is up to the broker, until a connection ends: then half as many, and only one where nothing had been
 * acknowledged; each acknowledgement lets one more go. So a line that is cut again and again still gets something through, and a message that
 * makes the broker end the connection is found out, since it is sent alone.
 */
public final class Outbox implements Listener, AutoCloseable {
    private static final Duration FIRST_CONNECTION = Duration.ofSeconds(10);
    private static final long WAIT_AFTER_STOP_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final int FRUITLESS_CONNECTIONS = 5;

    private static final class Letter {
        final Outgoing message;

        @Nullable
        CompletableFuture<@Nullable Void> answer;

        Letter(Outgoing message) {
            this.message = message;
        }

        boolean isDelivered() {
            return answer != null && answer.isDone() && !answer.isCompletedExceptionally();
        }

        boolean isLost() {
            return answer != null && answer.isCompletedExceptionally();
        }
    }

    private final Broker broker;
    private final PrintWriter err;
    private final long patienceNanos;
    private final Connection connection;
    private final Deque<Letter> sent = new ArrayDeque<>();
    private final Deque<Letter> unsent = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final long openedNanos = System.nanoTime();
    private final AtomicInteger losses = new AtomicInteger();
    private volatile boolean lost;
    private volatile boolean up;
    private volatile boolean wasUp;
    private volatile boolean stopped;
    private volatile long stoppedNanos;
    private volatile String whyDown = "no answer";
    private volatile @Nullable RefusedException refused;
    private int mostUnderWay = Integer.MAX_VALUE;
    private int lossesSeen;
    private int fruitless;
    private boolean fruit;
    private long delivered;
    private long resent;

    /** Begins to connect. */
    public Outbox(Broker broker, PrintWriter err) {
        this(broker, err, FIRST_CONNECTION);
    }

    /** The same with another time that the first connection may take. */
    public Outbox(Broker broker, PrintWriter err, Duration patience) {
        this.patienceNanos = patience.toNanos();
        this.broker = broker;
        this.err = err;
        this.connection = Connection.open(broker, Session.publisher("footfall-publish-" + UUID.randomUUID()), this);
    }

    /** Waits for the first connection; throws when there is none for too long. */
    public void awaitConnection() throws InterruptedException {
        awaitUp();
    }

    /** Sends a message behind all before it; waits while the broker lets no more be on their way. */
    public void send(Outgoing message) throws InterruptedException {
        unsent.add(new Letter(message));
        while (settle() && !unsent.isEmpty()) {
            awaitNews(LOOK_AGAIN_MILLIS);
        }
    }

    /** Waits so long, or until stopped, and sends again what a lost connection took meanwhile. */
    public void pause(long nanos) throws InterruptedException {
        long until = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !stopped; left = until - System.nanoTime()) {
            settle();
            awaitNews(Math.min(LOOK_AGAIN_MILLIS, TimeUnit.NANOSECONDS.toMillis(left) + 1));
        }
    }

    /** Waits until everything is acknowledged; when stopped while the broker is away, not for long. */
    public void drain() throws InterruptedException {
        while (settle() && unacknowledged() > 0) {
            awaitNews(LOOK_AGAIN_MILLIS);
        }
    }

    /** Ends all pauses; from any thread. */
    public void stop() {
        stoppedNanos = System.nanoTime();
        stopped = true;
        tell();
    }

    boolean isStopped() {
        return stopped;
    }

    /** Messages that the broker acknowledged. */
    long delivered() {
        return delivered;
    }

    /** Messages that were sent once more. */
    long resent() {
        return resent;
    }

    /** Messages that the broker has not acknowledged. */
    int unacknowledged() {
        return sent.size() + unsent.size();
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public void received(Incoming message) {
        message.acknowledge(); // nothing is subscribed, so nothing should come
    }

    @Override
    public void connected() {
        up = true;
        wasUp = true;
        tell();
    }

    @Override
    public void disconnected(String why) {
        up = false;
        lost = true;
        losses.incrementAndGet();
        whyDown = why;
        err.println("footfall: connection to " + broker + " lost (" + why
                + "); it is being made again, then follows what was not acknowledged");
        err.flush();
        tell();
    }

    @Override
    public void unreachable(String why) {
        whyDown = why;
    }

    /** Sends what may be sent, first of all what was lost; false when that has been given up. */
    private boolean settle() throws InterruptedException {
        forgetDelivered();
        while (lost) {
            if (!awaitUp()) {
                return false;
            }
            takeBack();
        }
        while (!unsent.isEmpty() && sent.size() < mostUnderWay && !lost) {
            publish(unsent.remove());
        }
        RefusedException why = refused;
        if (why != null) {
            throw new UnusableInputException("--broker " + broker + " refuses a message: " + why.getMessage(), why);
        }
        return true;
    }

    private void publish(Letter letter) {
        resent += letter.answer == null ? 0 : 1;
        letter.answer = connection.publish(letter.message).whenComplete((nothing, fault) -> {
            if (fault instanceof RefusedException why) {
                refused = why;
            } else if (fault != null) {
                lost = true; // the end of the connection will be told
                return;
            }
            tell();
        });
        sent.add(letter);
    }

    private void forgetDelivered() {
        for (Letter first = sent.peek(); first != null && first.isDelivered(); first = sent.peek()) {
            sent.remove();
            delivered++;
            fruit = true;
            mostUnderWay += mostUnderWay == Integer.MAX_VALUE ? 0 : 1;
        }
    }

    /** Makes unsent again what a connection took with it. All its answers are there: they came when it ended. */
    private void takeBack() {
        lost = false;
        forgetDelivered();
        judge();
        Deque<Letter> kept = new ArrayDeque<>();
        while (!sent.isEmpty() && !sent.element().isLost()) {
            kept.add(sent.remove());
        }
        for (Letter last = sent.pollLast(); last != null; last = sent.pollLast()) {
            if (last.isDelivered()) {
                delivered++;
            } else {
                unsent.addFirst(last);
            }
        }
        sent.addAll(kept);
    }

    private void judge() {
        int known = losses.get();
        if (known == lossesSeen || sent.isEmpty()) {
            return;
        }
        lossesSeen = known;
        fruitless = fruit ? 0 : fruitless + 1;
        mostUnderWay = fruit ? Math.max(1, sent.size() / 2) : 1;
        fruit = false;
        if (fruitless > FRUITLESS_CONNECTIONS) {
            throw new UnusableInputException(String.format(
                    Locale.ROOT,
                    "--broker %s ends the connection whenever it gets the message on %s: %s",
                    broker,
                    sent.element().message.topic(),
                    whyDown));
        }
    }

    private boolean awaitUp() throws InterruptedException {
        while (!up) {
            long now = System.nanoTime();
            if (!wasUp && now - openedNanos > patienceNanos) {
                throw new UnusableInputException("--broker " + broker + " cannot be reached: " + whyDown);
            }
            if (stopped && now - stoppedNanos > WAIT_AFTER_STOP_NANOS) {
                return false;
            }
            awaitNews(LOOK_AGAIN_MILLIS);
        }
        return true;
    }

    private void awaitNews(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void tell() {
        news.release();
    }
}
