package dev.footfall.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.servers.Mosquitto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Connections to a real broker: Debian's Mosquitto. */
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class ConnectionITCase {
    private static final Session SUBSCRIBER = new Session("subscriber", List.of("test/+"), 3_600, 10, null);

    @TempDir
    private Path folder;

    private Mosquitto mosquitto;
    private Broker broker;
    private final List<Connection> open = new ArrayList<>();

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @BeforeEach
    void start() throws IOException {
        mosquitto = Mosquitto.start(folder.resolve("broker"));
        broker = Broker.at(mosquitto.uri().toString());
    }

    @AfterEach
    void end() throws IOException {
        open.forEach(Connection::close);
        mosquitto.close();
    }

    private Connection connect(Session session, Listener listener) {
        Connection connection = Connection.open(broker, session, listener);
        open.add(connection);
        await().until(connection::isUp);
        return connection;
    }

    private Connection publisher() {
        return connect(Session.publisher("publisher"), new Heard());
    }

    private static Outgoing message(String text) {
        return Outgoing.of("test/topic", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void publish_reachesTheSubscriber_withItsProperties() {
        Heard heard = new Heard();
        connect(SUBSCRIBER, heard);

        publisher()
                .publish(new Outgoing("test/topic", new byte[] {1}, false, Map.of("at", "7"), "application/cbor"))
                .join();

        await().until(() -> heard.messages.size() == 1);
        Incoming message = heard.messages.get(0);
        assertThat(message.topic()).isEqualTo("test/topic");
        assertThat(message.payload()).containsExactly(1);
        assertThat(message.userProperty("at")).isEqualTo("7");
        assertThat(message.userProperty("of")).isNull();
        assertThat(message.retained()).isFalse();
    }

    @Test
    void messageThatIsNotAcknowledged_comesAgain_withTheNextConnection() {
        Heard heard = new Heard();
        heard.acknowledging = false;
        Connection subscriber = connect(SUBSCRIBER, heard);
        Connection publisher = publisher();
        publisher.publish(message("a")).join();
        publisher.publish(message("b")).join();
        await().until(() -> heard.messages.size() == 2);
        heard.messages.get(0).acknowledge();
        subscriber.close();

        Heard again = new Heard();
        connect(SUBSCRIBER, again);

        await().until(() -> again.texts().equals(List.of("b")));
        heard.messages.get(1).acknowledge(); // of a connection that is gone: nothing happens
    }

    @Test
    void brokerStartedAgain_isConnectedAgain_andTheSessionGoesOn() throws IOException {
        Heard heard = new Heard();
        connect(SUBSCRIBER, heard);
        Connection publisher = publisher();

        mosquitto.restart();

        await().until(() -> heard.news.stream().filter("connected"::equals).count() == 2);
        assertThat(heard.news.get(1)).startsWith("disconnected: ");
        await().until(publisher::isUp);
        publisher.publish(message("after")).join();
        await().until(() -> heard.texts().contains("after"));
    }

    @Test
    void publish_whileTheConnectionIsLost_fails_andIsNotSentByItself() throws IOException {
        Connection publisher = publisher();
        mosquitto.kill();

        CompletableFuture<@Nullable Void> answer = publisher.publish(message("lost"));

        await().until(answer::isDone);
        assertThat(answer).isCompletedExceptionally();
        assertThat(answer.handle((none, fault) -> fault).join())
                .satisfiesAnyOf(
                        fault -> assertThat(fault).isInstanceOf(ConnectionLostException.class),
                        fault -> assertThat(fault).hasCauseInstanceOf(ConnectionLostException.class));
        await().until(() -> !publisher.isUp());
        assertThat(publisher.tryPublish(message("down"), fault -> {})).isFalse();
    }

    @Test
    void manyMessages_neverExceedWhatTheBrokerLetsBeOnTheirWay_andKeepTheirOrder() {
        Heard heard = new Heard();
        connect(SUBSCRIBER, heard);
        Connection publisher = publisher();
        List<CompletableFuture<@Nullable Void>> answers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            texts.add("message " + i);
            answers.add(publisher.publish(message("message " + i)));
        }

        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        await().until(() -> heard.messages.size() == 5_000);
        assertThat(heard.texts()).isEqualTo(texts);
    }

    @Test
    void retainedMessage_comesWithANewSession_andNotWithOneThatIsResumed() {
        Connection publisher = publisher();
        publisher.publish(Outgoing.retained("test/kept", new byte[] {9})).join();
        Heard first = new Heard();
        Connection subscriber = connect(SUBSCRIBER, first);
        await().until(() -> first.messages.size() == 1);
        assertThat(first.messages.get(0).retained()).isTrue();
        subscriber.close();

        Heard second = new Heard();
        connect(SUBSCRIBER, second);
        publisher.publish(message("mark")).join();

        await().until(() -> second.messages.size() == 1);
        assertThat(second.texts()).containsExactly("mark");
    }

    @Test
    void will_isPublishedWhenWeVanish_andNotWhenWeClose() throws IOException {
        Heard heard = new Heard();
        connect(SUBSCRIBER, heard);
        Session withWill = new Session("mortal", List.of(), 0, 10, message("gone"));
        connect(withWill, new Heard()).close();
        Connection usurped = connect(withWill, new Heard());

        connect(withWill, new Heard()); // takes the session over: the first one vanishes

        await().until(() -> heard.texts().equals(List.of("gone")));
        usurped.close();
    }

    @Test
    void close_publishesNoWill_whateverPoursIn_andHoweverFarTheConnectionIs() throws IOException {
        Heard heard = new Heard();
        connect(SUBSCRIBER, heard);
        Session laden = new Session("laden", List.of("load/+"), 3_600, 2_000, message("gone"));
        connect(laden, new Heard()).close();
        Connection publisher = publisher();
        Outgoing load = Outgoing.of("load/topic", new byte[20_000]);
        CompletableFuture.allOf(IntStream.range(0, 2_000)
                        .mapToObj(number -> publisher.publish(load))
                        .toArray(CompletableFuture[]::new))
                .join();

        for (int enough : new int[] {1, 1, 1, 10, 100, 1_000}) {
            Heard unacknowledged = new Heard();
            unacknowledged.acknowledging = false;
            Connection closed = Connection.open(broker, laden, unacknowledged);
            await().until(() -> unacknowledged.messages.size() >= enough);
            closed.close();
        }

        publisher.publish(message("mark")).join();
        await().until(() -> heard.texts().contains("mark"));
        assertThat(heard.texts()).containsExactly("mark");
    }

    @Test
    void wrongPassword_isToldInWords_andTriedAgain() throws IOException {
        mosquitto.close();
        Path passwords = Files.writeString(folder.resolve("passwords"), "");
        mosquitto = Mosquitto.start(
                folder.resolve("strict"), List.of("allow_anonymous false", "password_file " + passwords));
        Path password = Files.writeString(folder.resolve("password"), "a secret\n");
        Broker strict = new Broker(mosquitto.uri().toString(), "me", Secret.ofFile(password), null, null, null);
        Heard heard = new Heard();
        Connection connection = Connection.open(strict, SUBSCRIBER, heard);
        open.add(connection);

        await().until(() -> heard.news.size() > 1);

        assertThat(heard.news).allMatch(each -> each.startsWith("unreachable: not authori"));
        assertThat(strict.toString() + strict.password()).doesNotContain("a secret");
    }

    @Test
    void connectionsThatEnd_leaveNoThreads() throws InterruptedException {
        ThreadGroup theirs = new ThreadGroup("connections"); // threads are made in the group of the one that makes them
        Thread opening = new Thread(theirs, () -> IntStream.range(0, 20)
                .mapToObj(i -> Session.publisher("publisher-" + i))
                .map(session -> Connection.open(broker, session, new Heard()))
                .forEach(open::add));
        opening.start();
        opening.join();
        await().until(() -> open.stream().allMatch(Connection::isUp));
        assertThat(theirs.activeCount()).isGreaterThan(20);

        open.forEach(Connection::close);

        await().until(() -> theirs.activeCount() == 0);
    }

    @Test
    void tryPublish_tellsWhatBecameOfIt() {
        AtomicReference<String> told = new AtomicReference<>("nothing");

        boolean going = publisher().tryPublish(message("a"), fault -> told.set(fault == null ? "taken" : "not taken"));

        assertThat(going).isTrue();
        await().untilAtomic(told, org.hamcrest.Matchers.equalTo("taken"));
    }
}
