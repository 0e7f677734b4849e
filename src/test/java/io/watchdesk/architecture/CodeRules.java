package io.watchdesk.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What code may use what, below the level of modules; the root package is a parameter so that the rules can be tried. */
final class CodeRules {

    private static final Map<String, Set<String>> REAL_TIME = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.LocalTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.util.Date", Set.of("<init>()"));

    /** Beginnings of the names of classes with which a program reaches another machine. */
    private static final List<String> WAYS_OUT = List.of(
            "java.net.http.",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.MulticastSocket",
            "java.net.HttpURLConnection",
            "java.net.URLConnection",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.DatagramChannel",
            "javax.net.",
            "javax.naming.",
            "org.apache.hc.",
            "org.springframework.web.client.",
            "org.springframework.web.reactive.",
            "org.springframework.http.client.",
            "org.springframework.mail.javamail.JavaMailSender",
            "jakarta.mail.Transport",
            "jakarta.mail.Store");

    /** The same where only some methods of a class do. */
    private static final Map<String, Set<String>> WAYS_OUT_BY_METHOD = Map.of(
            "java.net.URL", Set.of("openStream", "openConnection", "getContent"),
            "java.net.InetAddress", Set.of("getByName", "getAllByName", "isReachable"));

    private CodeRules() {}

    static ArchRule onlyProcessPackagesKnowCamunda(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "..process..", root + ".platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("the engine is exchangeable: only process packages and platform know it");
    }

    static ArchRule onlyPlatformKnowsTheInsideOfCamunda(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..impl..", "org.camunda.bpm.webapp..", "org.camunda.bpm.engine.rest..")
                .because("non-public classes of the engine may change; platform is the one place to mend");
    }

    static ArchRule delegatesLiveInProcessPackages() {
        return livesInProcess(JavaDelegate.class, "Delegate");
    }

    static ArchRule listenersLiveInProcessPackages() {
        return livesInProcess(TaskListener.class, "Listener");
    }

    private static ArchRule livesInProcess(Class<?> type, String ending) {
        return classes()
                .that()
                .implement(type)
                .and()
                .resideOutsideOfPackage("..platform..")
                .should()
                .resideInAPackage("..process..")
                .andShould()
                .haveSimpleNameEndingWith(ending)
                .allowEmptyShould(true);
    }

    static ArchRule processPackagesLeaveTheDatabaseToTheirCapability(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..process..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(JdbcOperations.class)
                .because("a delegate is input, one call, output; the business lives in the capability's service")
                .allowEmptyShould(true);
    }

    static ArchRule nobodyReadsTheRealClock(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".platform..")
                .should(readTheRealClock())
                .because("time comes from the injected Clock, which tests move");
    }

    private static ArchCondition<JavaClass> readTheRealClock() {
        return new ArchCondition<>("read the real clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String method = access.getName();
                    Set<String> real =
                            REAL_TIME.getOrDefault(access.getTargetOwner().getName(), Set.of());
                    boolean noArguments = access.getTarget().getFullName().endsWith("()");
                    if (noArguments && (real.contains(method) || real.contains(method + "()"))) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }
        };
    }

    static ArchRule nobodySleeps() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Thread.sleep",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getName().equals("sleep")))
                .because("nothing waits for real time; timers, jobs and Awaitility do");
    }

    static ArchRule nobodyInterrupts() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "ExecutorService.shutdownNow",
                        call -> call.getTargetOwner().isAssignableTo(ExecutorService.class)
                                && call.getName().equals("shutdownNow")))
                .because(
                        "H2 closes its file for everybody when a thread that reads it is interrupted; OrderlyEnd waits");
    }

    /** @param doors simple names of the only classes that may, nested ones included */
    static ArchRule onlyTheseOpenConnections(String... doors) {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "are none of " + List.of(doors),
                        type -> List.of(doors).stream()
                                .noneMatch(door -> type.getName().endsWith("." + door)
                                        || type.getName().contains("." + door + "$"))))
                .should(new ArchCondition<>("open connections") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getAccessesFromSelf().stream()
                                .filter(CodeRules::opens)
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
                    }
                })
                .because("what goes out passes the guards against addresses inside, redirects and endless answers");
    }

    private static boolean opens(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        Set<String> methods = WAYS_OUT_BY_METHOD.get(owner);
        return methods == null ? WAYS_OUT.stream().anyMatch(owner::startsWith) : methods.contains(access.getName());
    }

    static ArchRule noFieldInjection() {
        return fields().should().notBeAnnotatedWith(Autowired.class).allowEmptyShould(true);
    }

    static ArchRule noSetterInjection() {
        return methods().should().notBeAnnotatedWith(Autowired.class).allowEmptyShould(true);
    }

    static ArchRule rootsDoNotKnowTheirSubPackages(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".*")
                .should(new ArchCondition<>("not know the sub-packages of their capability") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(dependency -> dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .startsWith(type.getPackageName() + "."))
                                .forEach(dependency -> events.add(
                                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
                    }
                })
                .because("arrows inside a capability point inward");
    }

    static ArchRule packagesFormNoCircle(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }
}
