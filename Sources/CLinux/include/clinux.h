#pragma once
#include <sys/types.h>

/// Starts a program in a session of its own, with the read end of a pipe as its descriptor 3, the write end of another
/// as its 4, a third as its standard error, and nothing else of ours.
///
/// Returns 0 and the parent's ends, all closed on exec, or an errno value.
int clinux_spawn_piped(const char *path, char *const argv[], char *const envp[], pid_t *pid, int *write_fd,
                       int *read_fd, int *stderr_fd);

/// Opens a descriptor that becomes readable when a child ends; -1 and errno when that fails.
int clinux_pidfd_open(pid_t pid);

/// Lets the allocator keep at most so many arenas; each holds on to what its threads have freed.
void clinux_limit_arenas(int count);

/// Whether the process was started to ignore a signal, as `nohup` has it with SIGHUP.
int clinux_ignores(int signal_number);

/// Lets a signal do what it does to any program, unless the process was started to ignore it.
void clinux_restore(int signal_number);

/// Ends the process by a signal, so that whoever waits for it sees which.
void clinux_die_by(int signal_number);

/// Copies what the linker wrote into the program as its build id; returns its length, or 0 when there is none or it has
/// more than `room` bytes.
size_t clinux_build_id(unsigned char *bytes, size_t room);
