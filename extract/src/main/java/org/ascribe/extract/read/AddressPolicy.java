package org.ascribe.extract.read;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Which network addresses a download may reach. */
@FunctionalInterface
interface AddressPolicy {

    boolean allows(InetAddress address);

    /**
     * Addresses that anybody on the internet can reach, and none of this machine, its network or its cloud provider.
     * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries.
     */
    AddressPolicy PUBLIC_ONLY = address -> switch (address) {
        case Inet4Address four -> isPublic(four.getAddress());
        case Inet6Address six -> isPublicSix(six);
        default -> false;
    };

    private static boolean isPublic(byte[] a) {
        int first = a[0] & 0xFF;
        int second = a[1] & 0xFF;
        int third = a[2] & 0xFF;
        boolean special = first == 0 // this network
                || first == 10
                || first == 127
                || (first == 100 && second >= 64 && second < 128) // carrier-grade NAT
                || (first == 169 && second == 254) // link-local, with the metadata services
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113)
                || (first == 168 && second == 63 && third == 129 && (a[3] & 0xFF) == 16) // a cloud's metadata service
                || first >= 224; // multicast, reserved, broadcast
        return !special;
    }

    private static boolean isPublicSix(Inet6Address address) {
        byte[] a = address.getAddress();
        int first = ((a[0] & 0xFF) << 8) | (a[1] & 0xFF);
        int second = ((a[2] & 0xFF) << 8) | (a[3] & 0xFF);
        if (first == 0x0064 && second == 0xFF9B) { // NAT64: the IPv4 address is in the last four bytes
            return isPublic(Arrays.copyOfRange(a, 12, 16));
        }
        if (first == 0x2002) { // 6to4
            return isPublic(Arrays.copyOfRange(a, 2, 6));
        }
        boolean global = (first & 0xE000) == 0x2000;
        boolean special =
                (first == 0x2001 && (second < 0x0200 || second == 0x0DB8)) || (first == 0x3FFF && second < 0x1000);
        return global && !special;
    }
}
