package dev.footfall.servers;

import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.persistence.impl.journal.DummyOperationContext;
import org.apache.activemq.artemis.core.persistence.impl.journal.OperationContextImpl;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Keeps what one client publishes in its order, from its connection to those of the subscribers.
 *
 * <p>What must follow a write to the journal (a message goes into its queues, a packet is sent) Artemis does in the order of an
 * operation context, which it finds by thread. Its MQTT part handles the packets of a client, and the messages of a queue, one
 * after the other but on any thread of a pool; when the thread changes, two contexts race, and some messages overtake others.
 * Here a message that comes in takes its session's own context, and one that goes out waits for nothing: it is in the journal
 * since before it was in the queue.
 */
final class OrderOfPublication implements ActiveMQServerMessagePlugin {
    @Override
    public void beforeSend(
            ServerSession session,
            Transaction transaction,
            Message message,
            boolean direct,
            boolean noAutoCreateQueue) {
        OperationContextImpl.setContext(session.getSessionContext());
    }

    @Override
    public void beforeDeliver(ServerConsumer consumer, MessageReference message) {
        OperationContextImpl.setContext(DummyOperationContext.getInstance());
    }

    @Override
    public void afterDeliver(ServerConsumer consumer, MessageReference message) {
        OperationContextImpl.clearContext();
    }
}
