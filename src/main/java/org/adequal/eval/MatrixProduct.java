package org.adequal.eval;

import java.util.Arrays;

/**
 * C[i,j] = Σ_k A[i,k]*B[k,j] for arrays that lie anywhere. B is packed where its rows are not contiguous, and four of its
 * rows are added at a time, so that each element of C is loaded and stored a quarter as often.
 */
final class MatrixProduct {
    /** A block of B of so many doubles stays in the second-level cache. */
    private static final int BLOCK = 16_384;

    private MatrixProduct() {}

    /** A matrix in a buffer: where it starts, and its steps along rows and columns. */
    record Matrix(double[] data, int start, int rowStep, int columnStep) {}

    /**
     * Writes the m by n product into rows of length n, from {@code start} on.
     *
     * @param pack room for k*n doubles, used where B has to be packed
     */
    static void multiply(Matrix a, Matrix b, int m, int n, int k, double[] c, int start, double[] pack) {
        if (n == 1) {
            timesVector(a, b, m, k, c, start);
            return;
        }
        double[] rows = b.data;
        int first = b.start;
        int step = b.rowStep;
        if (b.columnStep != 1) {
            if (m < 3) {
                dots(a, b, m, n, k, c, start);
                return;
            }
            for (int p = 0; p < k; p++) {
                int from = b.start + p * b.rowStep;
                for (int j = 0; j < n; j++) {
                    pack[p * n + j] = b.data[from + j * b.columnStep];
                }
            }
            rows = pack;
            first = 0;
            step = n;
        }
        Arrays.fill(c, start, start + m * n, 0);
        int block = Math.max(4, BLOCK / n / 4 * 4);
        for (int from = 0; from < k; from += block) {
            int to = Math.min(k, from + block);
            for (int i = 0; i < m; i++) {
                addRows(a.data, a.start + i * a.rowStep, a.columnStep, rows, first, step, from, to, n, c,
                        start + i * n);
            }
        }
    }

    private static void addRows(double[] a, int aRow, int aStep, double[] b, int first, int step, int from, int to,
            int n, double[] c, int row) {
        int p = from;
        for (; p + 3 < to; p += 4) {
            int q = aRow + p * aStep;
            double a0 = a[q];
            double a1 = a[q + aStep];
            double a2 = a[q + 2 * aStep];
            double a3 = a[q + 3 * aStep];
            int b0 = first + p * step;
            int b1 = b0 + step;
            int b2 = b1 + step;
            int b3 = b2 + step;
            for (int j = 0; j < n; j++) {
                c[row + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + (a2 * b[b2 + j] + a3 * b[b3 + j]);
            }
        }
        for (; p < to; p++) {
            double a0 = a[aRow + p * aStep];
            int b0 = first + p * step;
            for (int j = 0; j < n; j++) {
                c[row + j] += a0 * b[b0 + j];
            }
        }
    }

    private static void timesVector(Matrix a, Matrix b, int m, int k, double[] c, int start) {
        if (a.columnStep != 1 && a.rowStep == 1) {
            Arrays.fill(c, start, start + m, 0);
            for (int p = 0; p < k; p++) {
                double factor = b.data[b.start + p * b.rowStep];
                int column = a.start + p * a.columnStep;
                for (int i = 0; i < m; i++) {
                    c[start + i] += factor * a.data[column + i];
                }
            }
            return;
        }
        dots(a, b, m, 1, k, c, start);
    }

    private static void dots(Matrix a, Matrix b, int m, int n, int k, double[] c, int start) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                c[start + i * n + j] = dot(a.data, a.start + i * a.rowStep, a.columnStep, b.data,
                        b.start + j * b.columnStep, b.rowStep, k);
            }
        }
    }

    private static double dot(double[] x, int xStart, int xStep, double[] y, int yStart, int yStep, int k) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int p = 0;
        for (; p + 3 < k; p += 4) {
            int q = xStart + p * xStep;
            int r = yStart + p * yStep;
            s0 += x[q] * y[r];
            s1 += x[q + xStep] * y[r + yStep];
            s2 += x[q + 2 * xStep] * y[r + 2 * yStep];
            s3 += x[q + 3 * xStep] * y[r + 3 * yStep];
        }
        for (; p < k; p++) {
            s0 += x[xStart + p * xStep] * y[yStart + p * yStep];
        }
        return s0 + s1 + (s2 + s3);
    }
}
