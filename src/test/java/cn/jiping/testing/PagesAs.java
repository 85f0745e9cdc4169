package cn.jiping.testing;

import cn.jiping.shared.Actor;
import cn.jiping.web.ActorSource;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets the pages of a module be asked for as a given actor, in tests that run without the module
 * that signs people in.
 */
@TestConfiguration(proxyBeanMethods = false)
public class PagesAs {
    private static final String ATTRIBUTE = PagesAs.class.getName();

    /** Pages as the actor sees them; layout included, security left out. */
    public static MockMvcTester actor(WebApplicationContext context, Actor actor) {
        return MockMvcTester.from(
                context,
                builder ->
                        builder.addFilters(context.getBean("shellFilter", Filter.class))
                                .defaultRequest(
                                        MockMvcRequestBuilders.get("/")
                                                .requestAttr(ATTRIBUTE, actor))
                                .build());
    }

    @Bean
    @Primary
    ActorSource testActors() {
        return new FromTest();
    }

    /** Asked before the account module, which knows only who signed in. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebMvcConfigurer testActorArguments(ActorSource actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument(actors));
            }
        };
    }

    private static final class FromTest implements ActorSource {
        @Override
        public Actor actor(HttpServletRequest request) {
            var given = request.getAttribute(ATTRIBUTE);
            return given instanceof Actor actor ? actor : Actor.anybody("test");
        }

        @Override
        public List<OtherGrant> otherGrants(HttpServletRequest request) {
            return List.of();
        }
    }

    private record ActorArgument(ActorSource actors) implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            return actors.actor(
                    Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }
}
