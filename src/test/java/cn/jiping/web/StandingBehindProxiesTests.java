package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StandingBehindProxiesTests {
    private final BehindProxies filter = new BehindProxies(List.of("10.0.0.0/8", " 192.0.2.1"));

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 203.0.113.9, 203.0.113.9",
        "192.0.2.1, '203.0.113.9, 10.9.9.9', 203.0.113.9",
        "192.0.2.1, '198.51.100.7, 203.0.113.9', 203.0.113.9",
        "10.1.2.3, <script>, 10.1.2.3",
        "203.0.113.5, 198.51.100.7, 203.0.113.5",
        "0:0:0:0:0:0:0:1, 198.51.100.7, ::1"
    })
    void theCallerIsTheLastAddressThatIsNoProxy(String remote, String header, String caller)
            throws Exception {
        assertThat(asked(remote, "X-Forwarded-For", header).getRemoteAddr()).isEqualTo(caller);
    }

    @Test
    void aTrustedProxySaysThatTheWayToItIsSecure() throws Exception {
        var trusted = asked("10.1.2.3", "X-Forwarded-Proto", "https");
        var stranger = asked("203.0.113.5", "X-Forwarded-Proto", "https");

        assertThat(trusted.getRequestURL()).hasToString("https://jiping.example.cn/law");
        assertThat(trusted.isSecure()).isTrue();
        assertThat(trusted.getScheme()).isEqualTo("https");
        assertThat(trusted.getServerPort()).isEqualTo(443);
        assertThat(stranger.isSecure()).isFalse();
        assertThat(stranger.getScheme()).isEqualTo("http");
        assertThat(stranger.getServerPort()).isEqualTo(80);
    }

    private HttpServletRequest asked(String remote, String header, String value) throws Exception {
        var request = new MockHttpServletRequest("GET", "/law");
        request.setServerName("jiping.example.cn");
        request.setRemoteAddr(remote);
        request.addHeader(header, value);
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
    }
}
