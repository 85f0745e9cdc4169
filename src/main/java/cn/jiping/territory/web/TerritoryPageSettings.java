package cn.jiping.territory.web;

import cn.jiping.shared.DivisionCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 行政区划页面设置.
 *
 * @param home the province the page opens on for those who look after all of them
 */
@ConfigurationProperties("jiping.territory")
record TerritoryPageSettings(@DefaultValue("330000") String home) {
    DivisionCode homeCode() {
        return new DivisionCode(home);
    }
}
