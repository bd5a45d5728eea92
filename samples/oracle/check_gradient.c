/* Judges two hand-written gradients of sin(x)*exp(y) with the Adequal oracle; POSIX. */
#define _POSIX_C_SOURCE 200809L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void gradient(const double p[2], double g[2]) {
    g[0] = cos(p[0]) * exp(p[1]);
    g[1] = sin(p[0]) * exp(p[1]);
}

/* the sign of the cosine's rule at the wrong place */
static void wrong_gradient(const double p[2], double g[2]) {
    g[0] = -cos(p[0]) * exp(p[1]);
    g[1] = sin(p[0]) * exp(p[1]);
}

/* What stands behind "name": in a line, up to the next comma or brace; no JSON library is needed for one word. */
static void word(const char *line, const char *name, char *out, size_t size) {
    const char *at = strstr(line, name);
    at = at == NULL ? "" : at + strlen(name);
    size_t length = strcspn(at, ",}");
    snprintf(out, size, "%.*s", (int) (length < size ? length : size - 1), at);
}

int main(void) {
    const char *adequal = getenv("ADEQUAL");
    char command[65536];
    snprintf(command, sizeof command, "exec %s oracle", adequal == NULL ? "adequal" : adequal);
    int to[2], from[2];
    if (pipe(to) != 0 || pipe(from) != 0) {
        perror("pipe");
        return 1;
    }
    pid_t child = fork();
    if (child == 0) {
        dup2(to[0], 0);
        dup2(from[1], 1);
        close(to[1]);
        close(from[0]);
        execl("/bin/sh", "sh", "-c", command, (char *) NULL);
        _exit(127);
    }
    close(to[0]);
    close(from[1]);
    FILE *out = fdopen(to[1], "w");
    FILE *in = fdopen(from[0], "r");
    char *line = NULL;
    size_t room = 0;
    if (out == NULL || in == NULL || getline(&line, &room, in) < 0) { /* the greeting */
        fprintf(stderr, "the oracle does not start: %s\n", command);
        return 1;
    }
    const double points[3][2] = {{0.3, -0.7}, {-1.2, 0.4}, {2.5, 1.1}};
    for (int wrong = 0; wrong < 2; wrong++) {
        for (int i = 0; i < 3; i++) {
            const double *p = points[i];
            double g[2];
            (wrong ? wrong_gradient : gradient)(p, g);
            /* %a says the number to the bit; it prints nan and inf as the oracle reads them */
            fprintf(out, "{\"op\":\"check\",\"formula\":\"sin(x)*exp(y)\",\"at\":{\"x\":\"%a\",\"y\":\"%a\"},"
                    "\"claim\":{\"x\":\"%a\",\"y\":\"%a\"}}\n", p[0], p[1], g[0], g[1]);
            fflush(out);
            char verdict[32], evidence[32];
            if (getline(&line, &room, in) < 0) {
                fprintf(stderr, "the oracle has ended\n");
                return 1;
            }
            word(line, "\"verdict\":", verdict, sizeof verdict);
            word(line, "\"evidence\":", evidence, sizeof evidence);
            printf("%s at (%g, %g) is %s, %s\n", wrong ? "wrong_gradient" : "gradient", p[0], p[1], verdict, evidence);
        }
    }
    fclose(out);
    fclose(in);
    free(line);
    waitpid(child, NULL, 0);
    return 0;
}
