#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints how far the light is seen, and ends with the number of flashes. */
int main(int count, char **words)
{
    int flashes = count > 1 ? atoi(words[1]) : 1;
    printf("%d flashes, seen from %.1f nautical miles\n", flashes, 2.08 * sqrt(25.0 + flashes));
    return flashes;
}
