package cn.jiping.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.jiping.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class ReadingTheRouteMatrixTests {
    private static final String MATRIX =
            """
            # a comment
            GET,/cases,CITY PROVINCE_CLERK,
            GET,/cases/{id},CITY,
            GET,/cases/new,PROVINCE_CLERK,
            POST,/cases/{id}/end,CITY_APPROVER,step-up
            GET,/,anyone,
            """;
    private final Routes routes = Routes.parse(MATRIX);

    @Test
    void takesAnOfficeForAllItsRoles() {
        assertThat(routes.allows(Role.CITY_FINANCE, HttpMethod.GET, "/cases")).isTrue();
        assertThat(routes.allows(Role.PROVINCE_CLERK, HttpMethod.GET, "/cases")).isTrue();
        assertThat(routes.allows(Role.PROVINCE_FINANCE, HttpMethod.GET, "/cases")).isFalse();
    }

    @Test
    void prefersTheMoreSpecialLine() {
        assertThat(routes.allows(Role.CITY_CLERK, HttpMethod.GET, "/cases/new")).isFalse();
        assertThat(routes.allows(Role.CITY_CLERK, HttpMethod.GET, "/cases/7")).isTrue();
    }

    @Test
    void refusesWhatNoLineNames() {
        assertThat(routes.match(HttpMethod.DELETE, "/cases")).isEmpty();
        assertThat(routes.match(HttpMethod.GET, "/elsewhere")).isEmpty();
    }

    @Test
    void marksDangerousActs() {
        assertThat(routes.match(HttpMethod.POST, "/cases/7/end"))
                .hasValueSatisfying(route -> assertThat(route.stepUp()).isTrue());
    }

    @Test
    void tellsWhatIsMetered() {
        var metered = Routes.parse("GET,/data,anyone,metered\nPOST,/ask,anyone,open metered");

        assertThat(metered.all()).allMatch(Route::metered);
        assertThat(metered.all())
                .extracting(Route::protection)
                .containsExactlyInAnyOrder(Route.Protection.TOKEN, Route.Protection.OPEN);
        assertThat(routes.all()).noneMatch(Route::metered);
    }

    @Test
    void letsProgramsInWithoutATokenOnlyWhereEverybodyMayCome() {
        var signed = Routes.parse("POST,/told,anyone,signed metered").all().getFirst();

        assertThat(signed.protection()).isEqualTo(Route.Protection.SIGNED);
        assertThat(signed.tokenless()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Routes.parse("POST,/told,CITY,signed"));
    }

    @Test
    void refusesARouteGivenTwiceOrAnUnknownRole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Routes.parse("GET,/a,anyone,\nGET,/a,CITY,"));
        assertThatIllegalArgumentException().isThrownBy(() -> Routes.parse("GET,/a,MAYOR,"));
    }
}
