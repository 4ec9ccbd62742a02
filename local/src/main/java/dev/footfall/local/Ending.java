package dev.footfall.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a command that runs until it is asked to stop. */
public final class Ending {
    private final CountDownLatch asked = new CountDownLatch(1);

    /** Asks for the end, as Ctrl-C does; from any thread. */
    public void ask() {
        asked.countDown();
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits so long for the end to be asked for; answers whether it was. */
    public boolean awaitAsked(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Lets Ctrl-C and SIGTERM ask for the end, until the answer is closed: the process lives on until then.
     *
     * @param patience how long it lives on at most
     * @param outOfPatience told when that was not enough
     */
    public Orderly onSignals(Duration patience, Runnable outOfPatience) {
        return new Orderly(patience, outOfPatience);
    }

    /** From the first moment in which a signal is to be obeyed to the end of the last part. */
    public final class Orderly implements AutoCloseable {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread hook;

        private Orderly(Duration patience, Runnable outOfPatience) {
            hook = new Thread(() -> askAndWait(patience, outOfPatience), "ending");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void askAndWait(Duration patience, Runnable outOfPatience) {
            ask();
            try {
                if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    outOfPatience.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // the process is ending, by the hook itself
            }
        }
    }
}
