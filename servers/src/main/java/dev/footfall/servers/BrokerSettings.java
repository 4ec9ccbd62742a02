package dev.footfall.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.jspecify.annotations.Nullable;

/** How the broker in this process is set up: MQTT and nothing else, on disk, and never a message dropped. */
final class BrokerSettings {
    static final String ACCEPTOR = "mqtt";
    static final String ROLE = "client";

    /** Never used; without a name the broker warns at each subscription. */
    private static final SimpleString NOWHERE = SimpleString.of("nowhere");

    private static final int MEBI = 1 << 20;
    private static final long MEMORY_FOR_MESSAGES = 64 * MEBI;
    private static final long MEMORY_FOR_AN_ADDRESS = 16 * MEBI;
    private static final long DISK_LEFT_FREE = 256 * MEBI;
    private static final long FOLDER_IN_USE_AFTER_MILLIS = 2_000;

    private BrokerSettings() {}

    static Configuration of(Path folder, String host, int port, @Nullable Login login) {
        Configuration settings = new ConfigurationImpl()
                .setName("footfall")
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setJournalDirectory(folder.resolve("journal").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalFileSize(4 * MEBI)
                .setJournalLockAcquisitionTimeout(FOLDER_IN_USE_AFTER_MILLIS)
                .setGlobalMaxSize(MEMORY_FOR_MESSAGES)
                .setMinDiskFree(DISK_LEFT_FREE)
                .setSecurityEnabled(login != null)
                .setJMXManagementEnabled(false)
                .setMessageCounterEnabled(false)
                .setCriticalAnalyzer(false)
                .setWildCardConfiguration(topics())
                .addAcceptorConfiguration(acceptor(host, port))
                .addAddressSetting("#", neverDropping());
        settings.registerBrokerPlugin(new OrderOfPublication());
        if (login != null) {
            settings.putSecurityRoles("#", Set.of(everything()));
        }
        return settings;
    }

    private static TransportConfiguration acceptor(String host, int port) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, host);
        parameters.put(TransportConstants.PORT_PROP_NAME, port);
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, ACCEPTOR);
    }

    /** Names of queues are topics as they are: identifiers may hold dots, which separate levels by default. */
    private static WildcardConfiguration topics() {
        WildcardConfiguration topics = new WildcardConfiguration();
        topics.setDelimiter('/');
        topics.setAnyWords('#');
        topics.setSingleWord('+');
        return topics;
    }

    /**
     * A queue that outgrows memory continues on disk, in order; a full disk makes publishers wait. By default a message that was
     * handed over ten times without an acknowledgement would be dropped.
     */
    private static AddressSettings neverDropping() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(MEMORY_FOR_AN_ADDRESS)
                .setPageSizeBytes(MEBI)
                .setDiskFullMessagePolicy(DiskFullMessagePolicy.BLOCK)
                .setMaxDeliveryAttempts(-1)
                .setExpiryDelay(-1L)
                .setDeadLetterAddress(NOWHERE)
                .setExpiryAddress(NOWHERE);
    }

    private static Role everything() {
        return new Role(ROLE, true, true, true, true, true, true, false, true, true, true, false, false);
    }
}
