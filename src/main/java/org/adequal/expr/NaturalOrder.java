package org.adequal.expr;

import java.util.Comparator;

/** Texts by letters, but runs of digits compare as numbers: x0, x1, x2, x10. */
enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int order;
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int endLeft = endOfDigits(left, i);
                int endRight = endOfDigits(right, j);
                order = compareNumbers(left, i, endLeft, right, j, endRight);
                i = endLeft;
                j = endRight;
            } else {
                order = Character.compare(left.charAt(i++), right.charAt(j++));
            }
            if (order != 0) {
                return order;
            }
        }
        int rest = Integer.compare(left.length() - i, right.length() - j);
        return rest != 0 ? rest : left.compareTo(right);
    }

    /** Compares two runs of digits as numbers: without leading zeros, the longer one is larger. */
    private static int compareNumbers(String left, int fromLeft, int endLeft, String right, int fromRight,
            int endRight) {
        int i = fromLeft;
        int j = fromRight;
        while (i < endLeft && left.charAt(i) == '0') {
            i++;
        }
        while (j < endRight && right.charAt(j) == '0') {
            j++;
        }
        int order = Integer.compare(endLeft - i, endRight - j);
        while (order == 0 && i < endLeft) {
            order = Character.compare(left.charAt(i++), right.charAt(j++));
        }
        return order;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
