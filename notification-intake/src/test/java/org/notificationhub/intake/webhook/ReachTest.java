package org.notificationhub.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            8.8.8.8,                  PUBLIC
            172.15.255.255,           PUBLIC
            172.32.0.0,               PUBLIC
            100.63.255.255,           PUBLIC
            100.128.0.0,              PUBLIC
            2606:4700::1,             PUBLIC
            2a00:1450:4009::200e,     PUBLIC
            127.0.0.1,                PRIVATE
            127.255.255.254,          PRIVATE
            10.1.2.3,                 PRIVATE
            172.16.0.1,               PRIVATE
            172.31.255.255,           PRIVATE
            192.168.1.1,              PRIVATE
            100.64.0.1,               PRIVATE
            100.127.255.255,          PRIVATE
            ::1,                      PRIVATE
            fd00::1,                  PRIVATE
            fc00::1,                  PRIVATE
            ::ffff:127.0.0.1,         PRIVATE
            ::ffff:10.0.0.1,          PRIVATE
            0.0.0.0,                  NONE
            169.254.169.254,          NONE
            ::ffff:169.254.169.254,   NONE
            192.0.0.8,                NONE
            192.0.2.1,                NONE
            198.19.0.1,               NONE
            203.0.113.9,              NONE
            224.0.0.1,                NONE
            240.0.0.1,                NONE
            255.255.255.255,          NONE
            ::,                       NONE
            ::127.0.0.1,              NONE
            fe80::1,                  NONE
            fec0::1,                  NONE
            ff02::1,                  NONE
            64:ff9b::7f00:1,          NONE
            2002:7f00:1::,            NONE
            2001::1,                  NONE
            2001:db8::1,              NONE
            """)
    void anAddressReaches(String address, Reach reach) throws UnknownHostException {
        assertThat(Reach.of(InetAddress.getByName(address))).isEqualTo(reach);
    }
}
