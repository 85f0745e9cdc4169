package cn.jiping.shared;

/** 依据: what a number, an authority or a decision rests on. */
public sealed interface Source {

    /** 条款: a clause of a document, such as ZJ2021 二(二). */
    record Clause(String document, String clause) implements Source {
        public Clause {
            require(!document.isBlank() && !clause.isBlank(), "A clause names document and place");
        }
    }

    /** 惯例: what no document says, with the reason why it was chosen. Always configurable. */
    record Practice(String why) implements Source {
        public Practice {
            require(!why.isBlank(), "A practice says why");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
