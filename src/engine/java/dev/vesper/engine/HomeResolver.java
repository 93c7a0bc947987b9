package dev.vesper.engine;

import io.atomix.cluster.messaging.impl.NettyMessagingService;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.DatagramChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Keeps the name resolver of the engine's messaging at home. The original opens a UDP socket on every interface, even
 * where all names are 127.0.0.1, and offers no setting for it; so the resolver is exchanged before its first use. The
 * engine's version is fixed, and a test looks at the sockets.
 */
final class HomeResolver {
    private HomeResolver() {}

    static void install(Object messaging) {
        try {
            var group = (EventLoopGroup) field("clientGroup").get(messaging);
            @SuppressWarnings("unchecked") // the field's declared type
            var channel = (Class<? extends DatagramChannel>)
                    field("clientDataGramChannelClass").get(messaging);
            var resolvers = field("dnsResolverGroup");
            var before = (DnsAddressResolverGroup) resolvers.get(messaging);
            var builder = new DnsNameResolverBuilder(group.next())
                    .datagramChannelType(channel)
                    .localAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            resolvers.set(messaging, new DnsAddressResolverGroup(builder));
            before.close(); // it has opened nothing yet
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Expected the messaging service of Zeebe 8.5.8, but " + e, e);
        }
    }

    private static Field field(String name) throws NoSuchFieldException {
        var field = NettyMessagingService.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
