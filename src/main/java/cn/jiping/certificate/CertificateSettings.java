package cn.jiping.certificate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 证书设置.
 *
 * @param address where everybody reaches the platform; QR codes on certificates lead there
 * @param tail how many of the last characters of the holder's document prove that one has the
 *     certificate in hand
 * @param mostPrinted certificates in one file
 * @param asksPerMinute how often one caller may verify in a minute, at each process
 * @param missesPerHour how often one caller may be told that nothing matches, before they must wait
 */
@ConfigurationProperties("jiping.certificates")
public record CertificateSettings(
        @DefaultValue("http://localhost:8080") String address,
        @DefaultValue("6") int tail,
        @DefaultValue("500") int mostPrinted,
        @DefaultValue("60") int asksPerMinute,
        @DefaultValue("30") int missesPerHour) {

    /** Where the QR code of a certificate leads. */
    String verification(String token) {
        return address + "/verify/" + token;
    }
}
