package cn.jiping.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 报名设置: the photo on a ticket and a certificate is printed 33 by 48 mm at 300 dots an inch.
 *
 * @param photoWidth in pixels
 * @param photoHeight in pixels
 * @param consentText which text is signed at a counter; the texts stand under registration.consent
 */
@ConfigurationProperties("jiping.registration")
public record RegistrationSettings(
        @DefaultValue("390") int photoWidth,
        @DefaultValue("567") int photoHeight,
        @DefaultValue("1") String consentText) {}
