package io.watchdesk.benchmark;

import io.watchdesk.screening.Finding;
import io.watchdesk.screening.Finding.Severity;
import io.watchdesk.screening.StarterEntries;
import io.watchdesk.screening.Subject;
import io.watchdesk.screening.WordList;
import io.watchdesk.screening.WordList.Entries;
import io.watchdesk.screening.WordList.Word;
import io.watchdesk.screening.words.WordScreening;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How many texts of 2,000 characters one core screens for words in a second, with a list of 60,000 words: the starter
 * list and invented words of two to six characters. Medians of rounds after a warm-up; the texts are made of common
 * Chinese characters, Latin words and punctuation, and one in ten hides a listed word. Time is what the measuring thread
 * spent on a core, so that other work on the machine does not count.
 */
public final class ScreeningBenchmark {

    private static final int WORDS = 60_000;
    private static final int TEXTS = 500;
    private static final int CHARACTERS = 2_000;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 9;

    private final Random random = new Random(20_260_101L);

    private ScreeningBenchmark() {}

    /** Prints one table; takes about half a minute. */
    public static void main(String[] arguments) {
        ScreeningBenchmark benchmark = new ScreeningBenchmark();
        WordList list = benchmark.list();
        long began = coreNanos();
        WordScreening screening = new WordScreening(list);
        double build = (coreNanos() - began) / 1e6;
        System.out.printf(
                "%,d words made ready in %,.0f ms%n", list.entries().words().size(), build);
        System.out.printf("%-52s %12s %14s %10s%n", "texts of 2,000 characters", "texts/s", "characters/s", "findings");
        measure("Chinese, punctuated", benchmark.texts(0.0), screening);
        measure("Chinese with a Latin word in every fifth place", benchmark.texts(0.2), screening);
        measure("English", benchmark.texts(1.0), screening);
    }

    private static void measure(String what, List<Subject> texts, WordScreening screening) {
        double[] rounds = new double[ROUNDS];
        int findings = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long began = coreNanos();
            findings = 0;
            for (Subject text : texts) {
                List<Finding> found = screening.screen(text);
                findings += found.size();
            }
            if (round >= 0) {
                rounds[round] = texts.size() / ((coreNanos() - began) / 1e9);
            }
        }
        Arrays.sort(rounds);
        double median = rounds[ROUNDS / 2];
        System.out.printf("%-52s %,12.0f %,14.0f %,10d%n", what, median, median * CHARACTERS, findings);
    }

    private static long coreNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private WordList list() {
        List<Word> words = new ArrayList<>(StarterEntries.list().entries().words());
        Set<String> terms = new HashSet<>();
        words.forEach(word -> terms.add(word.term()));
        while (words.size() < WORDS) {
            String term = random.nextInt(10) == 0 ? latin(5 + random.nextInt(6)) : han(3 + random.nextInt(4));
            if (terms.add(term)) {
                words.add(new Word(
                        term,
                        random.nextBoolean() ? Severity.BLOCK : Severity.WARNING,
                        "invented",
                        "An invented word."));
            }
        }
        return new WordList(
                "L-1", new Entries(words, StarterEntries.list().entries().allowed(), List.of()));
    }

    private List<Subject> texts(double latinShare) {
        List<Subject> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < CHARACTERS) {
                if (random.nextDouble() < latinShare) {
                    text.append(' ').append(latin(2 + random.nextInt(8))).append(' ');
                } else {
                    text.append(han(2 + random.nextInt(3)));
                }
                if (random.nextInt(6) == 0) {
                    text.append(latinShare == 1.0 ? ". " : random.nextInt(4) == 0 ? "。\n" : "，");
                }
            }
            text.setLength(CHARACTERS);
            if (i % 10 == 0) {
                text.replace(1_000, 1_004, "赌*博。");
            }
            texts.add(new Subject(
                    List.of(new Subject.Text("body", text.toString())), List.of(), List.of(), List.of(), List.of()));
        }
        return texts;
    }

    /** Characters as they are spread in real texts: a few hundred common ones make up most of it. */
    private String han(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int rank = (int) (Math.pow(random.nextDouble(), 2.2) * 3_000);
            text.append((char) (0x4E00 + rank * 6_763 % 20_000));
        }
        return text.toString();
    }

    private String latin(int length) {
        String vowels = "aeiou";
        String consonants = "bcdfghklmnprstvw";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String letters = i % 2 == 0 ? consonants : vowels;
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
