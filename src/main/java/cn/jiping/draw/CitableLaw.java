package cn.jiping.draw;

import cn.jiping.shared.Scope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 可引用的文件: what a draw may rest on; implemented by the module that has the law book. */
public interface CitableLaw {
    /** The documents in force on the day in any place of the scope, national ones included. */
    List<Document> inForce(Scope places, LocalDate on);

    /**
     * 文件.
     *
     * @param shortName by which it is cited, such as ZJ2023-20
     * @param name as people call it
     * @param address of the page where it can be read
     */
    record Document(
            String shortName, String name, String title, String address, List<Clause> clauses) {
        private static final int NEAR = 10;

        public Document {
            clauses = List.copyOf(clauses);
        }

        /** Whether it has the clause, its brackets written wide or narrow. */
        boolean has(String clause) {
            return number(narrow(clause)).isPresent();
        }

        private Optional<String> number(String narrow) {
            return clauses.stream().map(Clause::number).filter(narrow::equals).findFirst();
        }

        /** Numbers of the clauses that begin most like this one. */
        List<String> near(String clause) {
            var narrow = narrow(clause);
            var most =
                    clauses.stream().mapToInt(each -> alike(each.number(), narrow)).max().orElse(0);
            return clauses.stream()
                    .map(Clause::number)
                    .filter(number -> alike(number, narrow) == most)
                    .sorted(Comparator.comparingInt(String::length))
                    .limit(NEAR)
                    .toList();
        }

        private static int alike(String one, String other) {
            var same = 0;
            while (same < Math.min(one.length(), other.length())
                    && one.charAt(same) == other.charAt(same)) {
                same++;
            }
            return same;
        }

        private static String narrow(String clause) {
            return clause.replace('（', '(').replace('）', ')');
        }
    }

    /** 条款 by its number, with what it is about, or nothing where it has no heading. */
    record Clause(String number, String heading) {}
}
