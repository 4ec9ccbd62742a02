package dev.footfall.local.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What happens to the parts. Each does its harm, lasts for a while, and ends; nothing is lost by any of them. */
enum FaultKind {
    KILL_GATEWAY("gateway killed", "gateway") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            JvmPart gateway = one(scene.parts().gateways, random);
            gateway.kill();
            last(random, 500, 6_000);
            gateway.startAndWait();
        }
    },
    KILL_STORE_BROKER("store broker killed", "store-broker") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().storeBroker.kill();
            last(random, 500, 4_000);
            scene.parts().storeBroker.startAndWait();
        }
    },
    KILL_JOBS_BROKER("jobs' broker killed", "jobs-broker") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().jobsBroker.kill();
            last(random, 500, 4_000);
            scene.parts().jobsBroker.restart();
        }
    },
    RESTART_JOBS_BROKER("jobs' broker started again", "jobs-broker") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().jobsBroker.restart();
        }
    },
    KILL_TASK_MANAGER("TaskManager killed", "jobs") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().jobs.killTaskManager(random);
            last(random, 500, 3_000);
            scene.parts().jobs.startTaskManager();
        }
    },
    KILL_JOB_MANAGER("JobManager killed", "jobs") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().jobs.killJobManager();
            last(random, 500, 3_000);
            scene.parts().jobs.startJobManagerAndRestore();
        }
    },
    SAVEPOINT_RESTORE("savepoint and restore", "jobs") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().jobs.stopAndRestore(scene.parts().jobs.parallelism());
        }
    },
    RESCALE("rescaled", "jobs") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            int before = scene.parts().jobs.parallelism();
            List<Integer> others =
                    List.of(1, 2, 4).stream().filter(each -> each != before).toList();
            scene.parts().jobs.stopAndRestore(one(others, random));
        }
    },
    KILL_INFLUXDB("InfluxDB killed", "influxdb") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().influxd.kill();
            last(random, 500, 4_000);
            scene.parts().influxd.restart();
        }
    },
    INFLUXDB_AWAY("InfluxDB away for long", "influxdb-line") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.parts().jobsToInflux.become(Line.State.CUT);
            TimeUnit.MILLISECONDS.sleep(scene.longAway().toMillis());
            scene.parts().jobsToInflux.become(Line.State.OPEN);
        }
    },
    CUT_LINE("line cut", "line") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            with(scene, random, Line.State.CUT, 1_000, 10_000);
        }
    },
    SLOW_LINE("line slow", "line") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            with(scene, random, Line.State.SLOW, 3_000, 12_000);
        }
    },
    BREAKING_LINE("line that breaks again and again", "line") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            with(scene, random, Line.State.BREAKING, 5_000, 12_000);
        }
    },
    DISK_FULL("disk full under the spool", "gateway") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            JvmPart gateway = one(scene.parts().gateways, random);
            scene.log().println("disk full of " + gateway.name());
            limitFiles(gateway, "1");
            last(random, 1_000, 8_000);
            limitFiles(gateway, "unlimited");
        }
    },
    TWICE("messages published twice", "devices") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.traffic().publishTwice(true);
            last(random, 2_000, 8_000);
            scene.traffic().publishTwice(false);
        }
    },
    CLOCK_JUMP("clock of the gateways ahead for a moment", "devices") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.traffic().jump(TimeUnit.SECONDS.toMillis(60 + random.nextInt(600)));
        }
    },
    DEVICE_OFFLINE("device offline, sends later", "devices") {
        @Override
        void happen(Scene scene, Random random) throws Exception {
            scene.traffic().offline(one(DEVICES, random));
            last(random, 5_000, 20_000);
            scene.traffic().offline(null);
        }
    };

    private static final List<String> DEVICES = List.of("fashion/track", "supermarket/door", "kiosk/", "supermarket/");

    private final String words;
    private final String subject;

    FaultKind(String words, String subject) {
        this.words = words;
        this.subject = subject;
    }

    /** What it is called. */
    String words() {
        return words;
    }

    /** What it happens to: one fault at a time. */
    String subject() {
        return subject;
    }

    /** Does harm and undoes it. */
    abstract void happen(Scene scene, Random random) throws Exception;

    /** What faults happen to. */
    record Scene(Parts parts, Traffic traffic, Duration longAway, PrintWriter log) {}

    private static void with(Scene scene, Random random, Line.State state, int least, int most) throws Exception {
        Line line = one(scene.parts().lines, random);
        scene.log().println(state + " " + line.name());
        line.become(state);
        last(random, least, most);
        line.become(Line.State.OPEN);
    }

    /** To the process every write beyond so many bytes of a file fails, as on a full disk. */
    private static void limitFiles(JvmPart part, String bytes) throws IOException, InterruptedException {
        Process prlimit = new ProcessBuilder("prlimit", "--pid", Long.toString(part.pid()), "--fsize=" + bytes + ":")
                .redirectErrorStream(true)
                .start();
        String said = new String(prlimit.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (prlimit.waitFor() != 0) {
            throw new IOException("prlimit: " + said);
        }
    }

    private static <E> E one(List<E> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static void last(Random random, int leastMillis, int mostMillis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(leastMillis + random.nextInt(mostMillis - leastMillis));
    }
}
