package cn.jiping.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import cn.jiping.shared.Scope;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules of how a module is built inside, each with the reason in its name. */
final class Rules {
    private static final Pattern ASKS_FOR_ROWS =
            Pattern.compile("(list|find|count|export|page|search)([A-Z].*)?");
    private static final List<String> BANNED_SUFFIXES =
            List.of(
                    "Util", "Utils", "Helper", "Manager", "Info", "DTO", "Dto", "VO", "BO", "DO",
                    "Impl", "Base", "Common");

    /** The rule and the sample that must break it. */
    static final Map<ArchRule, Class<?>> WITH_VIOLATING_SAMPLE =
            Map.ofEntries(
                    Map.entry(
                            sqlOnlyInJdbcClasses(),
                            cn.jiping.architecture.samples.SqlElsewhere.class),
                    Map.entry(
                            aggregatesAndRulesAreFreeOfFrameworks(),
                            cn.jiping.architecture.samples.RuleWithFramework.class),
                    Map.entry(
                            onlyPagesKnowHttp(),
                            cn.jiping.architecture.samples.FacadeThatKnowsHttp.class),
                    Map.entry(
                            scopeComesFirst(), cn.jiping.architecture.samples.UnscopedStore.class),
                    Map.entry(
                            insidesArePackagePrivate(),
                            cn.jiping.architecture.samples.JdbcPublicStore.class),
                    Map.entry(
                            namesSayWhatAThingIs(),
                            cn.jiping.architecture.samples.NamingHelper.class),
                    Map.entry(
                            constructorsInject(),
                            cn.jiping.architecture.samples.FieldInjection.class),
                    Map.entry(noSetters(), cn.jiping.architecture.samples.BagOfSetters.class),
                    Map.entry(clocksAreGiven(), cn.jiping.architecture.samples.OwnClock.class));

    private Rules() {}

    static ArchRule sqlOnlyInJdbcClasses() {
        return noClasses()
                .that(
                        are(
                                "outside Jdbc* classes and the database module",
                                type ->
                                        !outermost(type).getSimpleName().startsWith("Jdbc")
                                                && !type.getPackageName()
                                                        .startsWith("cn.jiping.database")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "org.postgresql..")
                .as("SQL lies in Jdbc* classes only");
    }

    static ArchRule aggregatesAndRulesAreFreeOfFrameworks() {
        return noClasses()
                .that(are("plain classes of a module's root", Rules::plain))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.thymeleaf..")
                .as("Aggregates, rules and values are free of frameworks");
    }

    static ArchRule onlyPagesKnowHttp() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..web..", "cn.jiping.testing..", "cn.jiping.database..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.http..",
                        "org.springframework.web..",
                        "jakarta.servlet..")
                .as("Only web packages know HTTP");
    }

    static ArchRule scopeComesFirst() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Store")
                .and()
                .areDeclaredInClassesThat()
                .areInterfaces()
                .should(
                        hold(
                                "take Scope first when they ask for rows",
                                method ->
                                        !ASKS_FOR_ROWS.matcher(method.getName()).matches()
                                                || takesScopeFirst(method)))
                .as(
                        "Scope is the first parameter of every list, find, count and export of a store");
    }

    static ArchRule insidesArePackagePrivate() {
        return classes()
                .that()
                .haveSimpleNameStartingWith("Jdbc")
                .or()
                .haveSimpleNameEndingWith("Controller")
                .should(
                        be(
                                are(
                                        "not public",
                                        type ->
                                                !type.getModifiers()
                                                        .contains(JavaModifier.PUBLIC))))
                .as("Stores and controllers are nobody else's business");
    }

    static ArchRule namesSayWhatAThingIs() {
        return classes()
                .should(
                        be(
                                are(
                                        "named for what they are",
                                        type ->
                                                BANNED_SUFFIXES.stream()
                                                        .noneMatch(suffix ->
                                                                type.getSimpleName()
                                                                        .endsWith(suffix)))))
                .as("No name ends in " + BANNED_SUFFIXES);
    }

    static ArchRule constructorsInject() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .as("Constructors inject");
    }

    static ArchRule noSetters() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areTopLevelClasses()
                .should(
                        hold(
                                "not be a setter",
                                method ->
                                        !method.getName().matches("set[A-Z].*")
                                                || method.getRawParameterTypes().size() != 1
                                                || overrides(method)))
                .as("No setters");
    }

    static ArchRule clocksAreGiven() {
        return noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("reads the machine's clock", Rules::ownClock))
                .as("Time comes from a clock that was given");
    }

    private static boolean ownClock(JavaMethodCall call) {
        var target = call.getTarget();
        var now =
                target.getName().equals("now")
                        && target.getOwner().getPackageName().equals("java.time")
                        && target.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class));
        return now || target.getName().equals("currentTimeMillis");
    }

    private static boolean takesScopeFirst(JavaMethod method) {
        var parameters = method.getRawParameterTypes();
        return !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(Scope.class);
    }

    private static boolean overrides(JavaMethod method) {
        return method.getOwner().getAllRawSuperclasses().stream()
                        .anyMatch(type -> declares(type, method))
                || method.getOwner().getAllRawInterfaces().stream()
                        .anyMatch(type -> declares(type, method));
    }

    private static boolean declares(JavaClass type, JavaMethod method) {
        return type.getMethods().stream()
                .anyMatch(other ->
                        other.getName().equals(method.getName())
                                && other.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size());
    }

    private static boolean plain(JavaClass type) {
        var outer = outermost(type);
        var root = outer.getPackageName().matches("cn\\.jiping\\.[a-z]+(\\.samples)?");
        var ground = List.of("cn.jiping.database", "cn.jiping.web", "cn.jiping.testing");
        return root
                && !ground.contains(outer.getPackageName())
                && !outer.getSimpleName().startsWith("Jdbc")
                && !outer.getSimpleName().equals("package-info")
                && !outer.isMetaAnnotatedWith("org.springframework.stereotype.Component")
                && !outer.isAnnotatedWith(
                        "org.springframework.boot.context.properties.ConfigurationProperties");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Rules::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaClass> are(
            String description, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static ArchCondition<JavaMethod> hold(
            String description, java.util.function.Predicate<JavaMethod> predicate) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!predicate.test(method)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method, method.getFullName() + " does not " + description));
                }
            }
        };
    }
}
