#define _GNU_SOURCE
#include "clinux.h"
#include <errno.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int spawn_with(const char *path, char *const argv[], char *const envp[], const int child[3], pid_t *pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, child[2], 2);
    posix_spawn_file_actions_adddup2(&actions, child[0], 3);
    posix_spawn_file_actions_adddup2(&actions, child[1], 4);
    posix_spawn_file_actions_addclosefrom_np(&actions, 5);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    int failure = posix_spawn(pid, path, &actions, &attributes, argv, envp);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failure;
}

static void close_all(const int *fds, int count) {
    for (int i = 0; i < count; i++)
        if (fds[i] >= 0) close(fds[i]);
}

int clinux_spawn_piped(const char *path, char *const argv[], char *const envp[], pid_t *pid, int *write_fd,
                       int *read_fd, int *stderr_fd) {
    int pipes[3][2] = {{-1, -1}, {-1, -1}, {-1, -1}};
    for (int i = 0; i < 3; i++)
        if (pipe2(pipes[i], O_CLOEXEC)) {
            int failure = errno;
            close_all(&pipes[0][0], 6);
            return failure;
        }
    int ours[3] = {pipes[0][1], pipes[1][0], pipes[2][0]};
    int theirs[3] = {pipes[0][0], pipes[1][1], pipes[2][1]};
    /* Above 4, or putting one in its place could close another. */
    int child[3] = {-1, -1, -1}, failure = 0;
    for (int i = 0; i < 3 && !failure; i++) {
        child[i] = fcntl(theirs[i], F_DUPFD_CLOEXEC, 10);
        if (child[i] < 0) failure = errno;
    }
    if (!failure) failure = spawn_with(path, argv, envp, child, pid);
    close_all(theirs, 3);
    close_all(child, 3);
    if (failure) {
        close_all(ours, 3);
        return failure;
    }
    *write_fd = ours[0];
    *read_fd = ours[1];
    *stderr_fd = ours[2];
    return 0;
}

int clinux_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

void clinux_limit_arenas(int count) { mallopt(M_ARENA_MAX, count); }

int clinux_ignores(int signal_number) {
    struct sigaction action;
    return !sigaction(signal_number, NULL, &action) && action.sa_handler == SIG_IGN;
}

void clinux_restore(int signal_number) {
    if (!clinux_ignores(signal_number)) signal(signal_number, SIG_DFL);
}

void clinux_die_by(int signal_number) {
    sigset_t one;
    signal(signal_number, SIG_DFL);
    sigemptyset(&one);
    sigaddset(&one, signal_number);
    pthread_sigmask(SIG_UNBLOCK, &one, NULL);
    raise(signal_number);
}

struct build_id {
    unsigned char *bytes;
    size_t room, length;
};

// The first object is the program itself.
static int read_notes(struct dl_phdr_info *object, size_t size, void *result) {
    struct build_id *id = result;
    (void)size;
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type != PT_NOTE) continue;
        const unsigned char *at = (const unsigned char *)(object->dlpi_addr + part->p_vaddr), *end = at + part->p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            const ElfW(Nhdr) *note = (const ElfW(Nhdr) *)at;
            const unsigned char *name = at + sizeof *note, *text = name + ((note->n_namesz + 3) & ~3u);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && memcmp(name, "GNU", 4) == 0
                && note->n_descsz <= id->room && text + note->n_descsz <= end) {
                memcpy(id->bytes, text, note->n_descsz);
                id->length = note->n_descsz;
            }
            at = text + ((note->n_descsz + 3) & ~3u);
        }
    }
    return 1;
}

size_t clinux_build_id(unsigned char *bytes, size_t room) {
    struct build_id id = {bytes, room, 0};
    dl_iterate_phdr(read_notes, &id);
    return id.length;
}
