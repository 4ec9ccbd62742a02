package dev.footfall.mqtt;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what a connection tells, and acknowledges what it is told to. */
final class Heard implements Listener {
    final List<Incoming> messages = new CopyOnWriteArrayList<>();
    final List<String> news = new CopyOnWriteArrayList<>();
    volatile boolean acknowledging = true;

    @Override
    public void received(Incoming message) {
        messages.add(message);
        if (acknowledging) {
            message.acknowledge();
        }
    }

    List<String> texts() {
        return messages.stream()
                .map(message -> new String(message.payload(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void connected() {
        news.add("connected");
    }

    @Override
    public void disconnected(String why) {
        news.add("disconnected: " + why);
    }

    @Override
    public void unreachable(String why) {
        news.add("unreachable: " + why);
    }
}
