package cn.jiping.account.web;

import cn.jiping.account.Grant;
import cn.jiping.account.SignedIn;
import cn.jiping.shared.Actor;
import cn.jiping.web.ActorSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** 行为人的来处: gives controllers and the page frame the actor of the request. */
@Component
class SignedInActors implements ActorSource, HandlerMethodArgumentResolver, WebMvcConfigurer {
    private final SignedInSessions sessions;

    SignedInActors(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Actor actor(HttpServletRequest request) {
        return sessions.actor(request);
    }

    @Override
    public List<OtherGrant> otherGrants(HttpServletRequest request) {
        return sessions.present(request).stream()
                .flatMap(signedIn -> others(signedIn))
                .map(g -> new OtherGrant(g.id().toString(), g.role(), g.placeName()))
                .toList();
    }

    private static java.util.stream.Stream<Grant> others(SignedIn signedIn) {
        return signedIn.grants().stream().filter(g -> !g.equals(signedIn.active()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return actor(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
