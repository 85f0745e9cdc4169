package cn.jiping.plan;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * 市级分场: what one city carries of a session. Without an accepting body (受理机构) nobody can register
 * there yet.
 */
public record CityPart(
        DivisionCode division, String name, @Nullable Accepting accepting, int version) {

    /** 受理机构: who takes in and first reviews the city's applications; names as of the act. */
    public record Accepting(BodyId body, String name, String contact) {}
}
